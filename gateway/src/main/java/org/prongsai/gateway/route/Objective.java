package org.prongsai.gateway.route;

import java.util.Locale;

/** What people were promised of a door: the meters of requests say it, so that rules about promises need no list of doors. */
public enum Objective {
    /** Whoever may answer can: nobody answers without a key, a ticket, or the puzzle that is asked of many. */
    ANSWERS,
    /** Whoever may look can look: what is read a page at a time. Writing and whole files take the time they take. */
    READS,
    NONE;

    /** What was promised of a request of this method, at a door of which this is promised. */
    Objective of(String method) {
        boolean kept =
                switch (this) {
                    case ANSWERS -> !method.equals("OPTIONS");
                    case READS -> method.equals("GET") || method.equals("HEAD");
                    case NONE -> false;
                };
        return kept ? this : NONE;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
