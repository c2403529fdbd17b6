package org.prongsai.assessment.agency;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.AgencyChanged.FormerName;
import org.prongsai.contracts.assessment.AgencyChanged.Lineage;
import org.prongsai.contracts.assessment.AgencyChanged.Link;
import org.prongsai.contracts.assessment.Candidate;
import org.prongsai.web.Etag;

/**
 * A unit of the state as the register has it.
 *
 * @param path slugs from the root to the agency itself
 * @param province ISO 3166-2:TH, or null for an agency without one
 * @param name what it is called now
 * @param from first day of existence
 * @param to last day of existence, or null while it exists
 * @param names what it was called before, oldest first
 */
public record Agency(
        String agency,
        List<String> path,
        String type,
        @Nullable String province,
        Map<String, String> name,
        LocalDate from,
        @Nullable LocalDate to,
        String provenance,
        List<FormerName> names,
        Lineage lineage) {

    /** What an agency can be, from the top down. */
    public static final List<String> TYPES = List.of("national-police", "bureau", "division", "province", "checkpoint");

    /** What {@link #goodName} asks for. */
    public static final String NAME = "a name of at most 200 characters that begins with a letter or digit";

    // Begins with a letter or digit: a spreadsheet that opens an export must not take a name for a formula.
    private static final Pattern GOOD_NAME = Pattern.compile("[\\p{L}\\p{N}(“‘\"][^\\p{Cntrl}]{0,199}");
    private static final Set<String> PROVINCES = Stream.of(
                    "10-27", "30-49", "50-58", "60-67", "70-77", "80-86", "90-96")
            .map(range -> range.split("-"))
            .flatMap(ends -> IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                    .boxed())
            .map(number -> "TH-" + number)
            .collect(Collectors.toUnmodifiableSet());
    private static final Comparator<Link> BY_DAY =
            Comparator.comparing(Link::on).thenComparing(Link::agency).thenComparing(Link::kind);

    // Equal agencies have equal tags, whatever the order in which they were written down: Thai before English, and by
    // day.
    public Agency {
        path = List.copyOf(path);
        name = thaiFirst(name);
        names = names.stream()
                .map(each -> new FormerName(thaiFirst(each.name()), each.from(), each.to()))
                .sorted(Comparator.comparing(FormerName::to))
                .toList();
        lineage = new Lineage(
                lineage.predecessors().stream().sorted(BY_DAY).toList(),
                lineage.successors().stream().sorted(BY_DAY).toList());
    }

    static Map<String, String> thaiFirst(Map<String, String> name) {
        var names = new TreeMap<String, String>(Collections.reverseOrder());
        names.putAll(name);
        return Collections.unmodifiableMap(names);
    }

    public static boolean goodName(String text) {
        return GOOD_NAME.matcher(text).matches();
    }

    /** Whether it is a province of Thailand. */
    public static boolean province(String code) {
        return PROVINCES.contains(code);
    }

    @JsonProperty
    public @Nullable String parent() {
        return path.size() < 2 ? null : path.get(path.size() - 2);
    }

    /** Whether the other one is this agency or stands above it. */
    public boolean within(String other) {
        return path.contains(other);
    }

    /** As a round sees it. */
    public Candidate candidate() {
        return new Candidate(path, type, from, to);
    }

    /** Whether it exists on that day. */
    public boolean exists(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** First day of the name it has now. */
    public LocalDate named() {
        return names.isEmpty() ? from : names.getLast().to().plusDays(1);
    }

    public Etag tag() {
        return Etag.content(toString());
    }

    Agency at(List<String> otherPath) {
        return new Agency(agency, otherPath, type, province, name, from, to, provenance, names, lineage);
    }

    public Agency ending(LocalDate day) {
        return new Agency(agency, path, type, province, name, from, day, provenance, names, lineage);
    }

    public Agency called(Map<String, String> otherName, List<FormerName> before) {
        return new Agency(agency, path, type, province, otherName, from, to, provenance, before, lineage);
    }

    public Agency descending(Lineage other) {
        return new Agency(agency, path, type, province, name, from, to, provenance, names, other);
    }

    /** As a file corrects it: names of before and lineage stay, and the first name begins with the agency. */
    Agency correcting(@Nullable Agency before) {
        if (before == null) return this;
        var kept = before.names.stream()
                .map(each -> each == before.names.getFirst() ? new FormerName(each.name(), from, each.to()) : each)
                .toList();
        return called(name, kept).descending(before.lineage);
    }

    AgencyChanged event() {
        return new AgencyChanged(agency, path, type, province, name, from, to, names, lineage);
    }
}
