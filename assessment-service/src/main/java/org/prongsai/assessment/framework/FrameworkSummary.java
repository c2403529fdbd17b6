package org.prongsai.assessment.framework;

import java.util.List;
import java.util.Map;

/** What a list says of a version. */
record FrameworkSummary(
        String ref, String name, int version, int fiscalYear, Map<String, String> title, String provenance) {

    /** As {@link FrameworkSearch.Place} reads them. */
    List<String> keys() {
        return List.of(String.valueOf(fiscalYear), ref);
    }
}
