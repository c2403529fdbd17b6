package org.prongsai.gateway.route;

import java.util.Locale;

/** The services behind the door. */
public enum Target {
    ASSESSMENT,
    SCORING,
    DISCLOSURE,
    NOTIFICATION;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
