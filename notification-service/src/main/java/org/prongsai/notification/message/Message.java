package org.prongsai.notification.message;

import java.util.UUID;
import org.prongsai.notification.message.Template.Text;

/** One thing one person is told about a unit in a round, in that person's language. */
public record Message(
        UUID message, String round, String agency, String person, String kind, String language, Text text) {}
