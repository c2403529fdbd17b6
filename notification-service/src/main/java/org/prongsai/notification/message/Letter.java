package org.prongsai.notification.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out, taken up by one sender for a while.
 *
 * @param attempts how often it was taken up, this time included
 * @param to the person's address now, null if the person is not known any more
 */
record Letter(
        UUID message,
        String round,
        String agency,
        String kind,
        String language,
        String subject,
        String body,
        int attempts,
        @Nullable String to) {

    /** The same however often it is sent, so that a double can be recognised. */
    String messageId() {
        return "<" + message + "@prongsai>";
    }
}
