package org.prongsai.assessment.pool;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The statements that reach the databases while something is done, whoever of this JVM sends them. */
public final class Overheard {

    private Overheard() {}

    public static List<String> during(Runnable work) {
        var log = (Logger) LoggerFactory.getLogger("io.r2dbc.postgresql.QUERY");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        log.setAdditive(false);
        log.setLevel(Level.DEBUG);
        log.addAppender(lines);
        try {
            work.run();
        } finally {
            log.detachAppender(lines);
            log.setLevel(null);
            log.setAdditive(true);
            lines.stop();
        }
        return List.copyOf(lines.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
