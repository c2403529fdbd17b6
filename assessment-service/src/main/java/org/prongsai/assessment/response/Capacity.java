package org.prongsai.assessment.response;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** In which capacity a service user came to the unit. */
enum Capacity {
    SELF,
    FOR_SOMEONE,
    AGENT;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Capacity::code).toList();
    }
}
