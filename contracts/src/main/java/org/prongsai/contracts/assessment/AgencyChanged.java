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
 * @param name what it is called now
 * @param from first day of existence
 * @param to last day of existence, or null while it exists
 * @param names what it was called before, oldest first
 * @param lineage whom it came from and what became of it
 */
public record AgencyChanged(
        String agency,
        List<String> path,
        String type,
        @Nullable String province,
        Map<String, String> name,
        LocalDate from,
        @Nullable LocalDate to,
        List<FormerName> names,
        Lineage lineage)
        implements AssessmentEvent {

    /** What an agency was called, from a day to a day (both in). */
    public record FormerName(Map<String, String> name, LocalDate from, LocalDate to) {}

    /** The agencies before this one and after it, each in the order of days. */
    public record Lineage(List<Link> predecessors, List<Link> successors) {
        public static final Lineage NONE = new Lineage(List.of(), List.of());

        public Lineage {
            predecessors = List.copyOf(predecessors);
            successors = List.copyOf(successors);
        }
    }

    /**
     * How two agencies follow each other.
     *
     * @param kind {@code merged} or {@code split}
     * @param on first day on which the successor stands where its predecessor stood
     */
    public record Link(String agency, String kind, LocalDate on) {
        public static final String MERGED = "merged";
        public static final String SPLIT = "split";
    }

    /** Events from before names and lineage were told have neither. */
    public AgencyChanged {
        names = names == null ? List.of() : List.copyOf(names);
        lineage = lineage == null ? Lineage.NONE : lineage;
    }

    /** An agency that always had this name and follows nobody. */
    public AgencyChanged(
            String agency,
            List<String> path,
            String type,
            @Nullable String province,
            Map<String, String> name,
            LocalDate from,
            @Nullable LocalDate to) {
        this(agency, path, type, province, name, from, to, List.of(), Lineage.NONE);
    }

    /** As a round sees it. */
    public Candidate candidate() {
        return new Candidate(path, type, from, to);
    }

    @Override
    public String subject() {
        return agency;
    }
}
