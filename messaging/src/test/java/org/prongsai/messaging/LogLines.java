package org.prongsai.messaging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What one class writes into the log while this is open. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;

    private LogLines(Class<?> writer) {
        this.logger = (Logger) LoggerFactory.getLogger(writer);
    }

    static LogLines of(Class<?> writer) {
        var lines = new LogLines(writer);
        lines.start();
        lines.logger.addAppender(lines);
        return lines;
    }

    /** Level and text of those that hold the word. */
    List<String> about(String word) {
        return lines.stream()
                .filter(line -> line.contains(word + " ") || line.endsWith(word))
                .toList();
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getLevel() + " " + event.getFormattedMessage());
    }

    @Override
    public void close() {
        logger.detachAppender(this);
    }
}
