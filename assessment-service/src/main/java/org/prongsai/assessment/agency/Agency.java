package org.prongsai.assessment.agency;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.AgencyChanged;

/**
 * A unit of the state as the register has it.
 *
 * @param path slugs from the root to the agency itself
 * @param province ISO 3166-2:TH, or null for an agency without one
 * @param from first day of existence
 * @param to last day of existence, or null while it exists
 */
public record Agency(
        String agency,
        List<String> path,
        String type,
        @Nullable String province,
        Map<String, String> name,
        LocalDate from,
        @Nullable LocalDate to,
        String provenance) {

    /** What an agency can be, from the top down. */
    public static final List<String> TYPES = List.of("national-police", "bureau", "division", "province", "checkpoint");

    public Agency {
        path = List.copyOf(path);
        // Thai before English wherever it is written, so that equal agencies have equal tags.
        var names = new TreeMap<String, String>(Collections.reverseOrder());
        names.putAll(name);
        name = Collections.unmodifiableMap(names);
    }

    @JsonProperty
    public @Nullable String parent() {
        return path.size() < 2 ? null : path.get(path.size() - 2);
    }

    /** Whether the other one is this agency or stands above it. */
    public boolean within(String other) {
        return path.contains(other);
    }

    Agency at(List<String> otherPath) {
        return new Agency(agency, otherPath, type, province, name, from, to, provenance);
    }

    AgencyChanged event() {
        return new AgencyChanged(agency, path, type, province, name, from, to);
    }
}
