package org.prongsai.assessment.pool;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** The statements that reach the databases while something is done, whoever of this JVM sends them. */
public final class Overheard {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger("io.r2dbc.postgresql.QUERY");

    // One for all, which stays: an appender that is added while somebody logs may hear nothing at all (logback copies
    // its list of appenders without a lock).
    private static final Ear EAR = new Ear();

    private Overheard() {}

    public static List<String> during(Runnable work) {
        // Whoever starts another application takes off and stops what listens.
        if (!LOG.isAttached(EAR)) {
            EAR.start();
            LOG.addAppender(EAR);
        }
        EAR.heard.clear();
        LOG.setAdditive(false);
        LOG.setLevel(Level.DEBUG);
        try {
            work.run();
        } finally {
            LOG.setLevel(null);
            LOG.setAdditive(true);
        }
        return List.copyOf(EAR.heard);
    }

    private static final class Ear extends AppenderBase<ILoggingEvent> {

        private final Queue<String> heard = new ConcurrentLinkedQueue<>();

        private Ear() {
            setContext(LOG.getLoggerContext());
        }

        @Override
        protected void append(ILoggingEvent event) {
            heard.add(event.getFormattedMessage());
        }
    }
}
