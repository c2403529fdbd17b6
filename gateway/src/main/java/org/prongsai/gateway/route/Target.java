package org.prongsai.gateway.route;

import java.util.Locale;
import java.util.stream.Stream;

/** What is behind the door: services with an API, and the portal with its pages. */
public enum Target {
    ASSESSMENT,
    SCORING,
    DISCLOSURE,
    NOTIFICATION,
    PORTAL;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those that describe an API of their own; pages are for people, who need no description. */
    public static Stream<Target> described() {
        return Stream.of(values()).filter(Target::isDescribed);
    }

    /** How the paths at its doors begin. */
    String prefix() {
        return isDescribed() ? "/api/v1" : "";
    }

    private boolean isDescribed() {
        return this != PORTAL;
    }
}
