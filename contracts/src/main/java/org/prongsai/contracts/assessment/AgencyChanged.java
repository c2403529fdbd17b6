package org.prongsai.contracts.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole register entry of an agency.
 *
 * @param path slugs from the root to the agency itself
 * @param province ISO 3166-2:TH, or null for an agency without one
 * @param from first day of existence
 * @param to last day of existence, or null while it exists
 */
public record AgencyChanged(
        String agency,
        List<String> path,
        String type,
        @Nullable String province,
        Map<String, String> name,
        LocalDate from,
        @Nullable LocalDate to)
        implements AssessmentEvent {
    @Override
    public String subject() {
        return agency;
    }
}
