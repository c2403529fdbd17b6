package org.prongsai.assessment.person;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person as somebody wrote them down, with anything missing or wrong. */
record PersonForm(
        @Nullable String person,
        @Nullable @JsonSetter(contentNulls = Nulls.SET) Map<String, @Nullable String> name,
        @Nullable String email,
        @Nullable String language,
        @Nullable @JsonSetter(contentNulls = Nulls.SET) List<@Nullable Duty> assignments) {

    /** An assignment as somebody wrote it down. */
    record Duty(
            @Nullable String role,
            @Nullable String agency,
            @Nullable String from,
            @Nullable String to) {}

    PersonForm orNamed(String slug) {
        return person != null ? this : new PersonForm(slug, name, email, language, assignments);
    }

    List<@Nullable Duty> duties() {
        return assignments == null ? List.of() : assignments;
    }

    /** Every agency mentioned, for somebody to look up. */
    Set<String> agencies() {
        return duties().stream()
                .filter(Objects::nonNull)
                .map(Duty::agency)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
