package org.prongsai.messaging;

/** The log holds events of a database that the database does not know: it is an older copy of itself. */
final class LogAhead extends RuntimeException {
    LogAhead(String topic) {
        super(topic + " holds later events of this database than it knows: it was restored from an older copy");
    }
}
