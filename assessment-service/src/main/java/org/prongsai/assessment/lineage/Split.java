package org.prongsai.assessment.lineage;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.Slug;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.contracts.assessment.AgencyChanged.Lineage;
import org.prongsai.contracts.assessment.AgencyChanged.Link;

/** Decides whether new agencies begin where one stood, which ends for them or goes on beside them. */
final class Split {
    private static final int MOST = 100;
    private static final String CHILDREN =
            "none; split with \"keeps\": true, move them to the new ones, then end it by file";

    /** A split as somebody wrote it down. */
    record Form(
            @Nullable List<Part> into,
            @Nullable String on,
            @Nullable Boolean keeps,
            @Nullable String reason) {

        boolean ends() {
            return !Boolean.TRUE.equals(keeps);
        }
    }

    /** A new agency as somebody wrote it down; type and province are those of the old one unless said. */
    record Part(
            @Nullable String agency,
            @Nullable @JsonSetter(contentNulls = Nulls.SET) Map<String, @Nullable String> name,
            @Nullable String type,
            @Nullable String province) {}

    private final Register register;
    private final Agency agency;
    private final Findings findings = new Findings();
    private final Set<String> slugs = new HashSet<>();

    private Split(Register register, Agency agency) {
        this.register = register;
        this.agency = agency;
    }

    static Turn decide(Register register, Agency agency, Form form) {
        return new Split(register, agency).decide(form);
    }

    private Turn decide(Form form) {
        var on = findings.day("/on", form.on());
        findings.reason(form.reason());
        if (on != null) days(on, form.ends());
        var parts = form.into() == null ? List.<Part>of() : form.into();
        count(parts.size(), form.ends());
        var begun = new ArrayList<Agency>();
        if (parts.size() <= MOST)
            for (var part : parts) begun.add(part("/into/" + begun.size(), part, on == null ? agency.from() : on));
        return Turn.of(findings, () -> done(begun, Objects.requireNonNull(on), form.ends()));
    }

    private void days(LocalDate on, boolean ends) {
        if (ends) {
            Ending.check(register, agency, on, CHILDREN, findings);
            return;
        }
        Ending.begun(agency, on, findings);
        if (agency.to() != null && on.isAfter(agency.to()))
            findings.add("/on", "after-end", "not after " + agency.to(), on.toString());
    }

    private void count(int parts, boolean ends) {
        int least = ends ? 2 : 1;
        if (parts < least)
            findings.add(
                    "/into",
                    "too-few",
                    ends ? "two or more; with \"keeps\": true one, and a new name alone is a renaming" : "one or more",
                    parts);
        if (parts > MOST) findings.add("/into", "too-many", "at most " + MOST, parts);
    }

    private Agency part(String pointer, Part part, LocalDate on) {
        var slug = slug(pointer + "/agency", part.agency());
        var path = new ArrayList<>(agency.path());
        path.set(path.size() - 1, slug);
        return new Agency(
                slug,
                path,
                type(pointer + "/type", part.type()),
                province(pointer + "/province", part.province()),
                findings.name(pointer + "/name", part.name()),
                on,
                null,
                agency.provenance(),
                List.of(),
                new Lineage(List.of(new Link(agency.agency(), Link.SPLIT, on)), List.of()));
    }

    private String slug(String pointer, @Nullable String given) {
        var slug = findings.text(pointer, given, Slug.EXPECTED);
        if (slug.isEmpty()) return slug;
        if (!Slug.good(slug)) findings.add(pointer, "bad-slug", Slug.EXPECTED, slug);
        else if (register.find(slug).isPresent()) findings.add(pointer, "taken", "a slug no agency has or had", slug);
        else if (!slugs.add(slug)) findings.add(pointer, "duplicate", "once", slug);
        return slug;
    }

    private String type(String pointer, @Nullable String given) {
        if (given == null) return agency.type();
        if (!Agency.TYPES.contains(given)) findings.add(pointer, "bad-type", Agency.TYPES, given);
        return given;
    }

    private @Nullable String province(String pointer, @Nullable String given) {
        if (given == null) return agency.province();
        if (!Agency.province(given)) findings.add(pointer, "bad-province", "ISO 3166-2:TH as TH-50", given);
        return given;
    }

    private List<Agency> done(List<Agency> begun, LocalDate on, boolean ends) {
        var old = ends ? agency.ending(on.minusDays(1)) : agency;
        for (var each : begun) old = Register.before(old, new Link(each.agency(), Link.SPLIT, on));
        var changed = new ArrayList<>(List.of(old));
        changed.addAll(begun);
        return changed;
    }
}
