package org.prongsai.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token says its holder is; some roles act everywhere, some only within their agencies. */
public enum Role {
    ADMIN,
    ASSESSOR,
    AUDITOR,
    SYSTEM,
    COORDINATOR,
    EXECUTIVE,
    COMMANDER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the {@code agencies} claim bounds this role. */
    public boolean scoped() {
        return compareTo(SYSTEM) > 0;
    }

    static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
