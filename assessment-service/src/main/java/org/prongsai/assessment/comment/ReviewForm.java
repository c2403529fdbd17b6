package org.prongsai.assessment.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.web.Fault;

/** A review as somebody sends it. */
record ReviewForm(
        @Nullable String verdict,
        @Nullable String theme,
        @Nullable String essence) {

    static final int LONGEST = 500;

    List<Fault> faults() {
        if (!State.VERDICTS.contains(String.valueOf(verdict))) {
            var reason = verdict == null ? "missing" : "wrong-value";
            return List.of(new Fault("/verdict", reason, State.VERDICTS, verdict));
        }
        return State.KEPT.code().equals(verdict) ? kept() : setAside();
    }

    private List<Fault> kept() {
        var faults = new ArrayList<Fault>();
        if (known().isEmpty()) {
            faults.add(new Fault("/theme", theme == null ? "missing" : "wrong-value", Theme.codes(), theme));
        }
        if (essence != null) {
            Words.fault("/essence", Words.of(essence), LONGEST).ifPresent(faults::add);
        }
        return faults;
    }

    /** Of what is set aside nothing is shown to anybody else. */
    private List<Fault> setAside() {
        return Stream.concat(
                        Stream.ofNullable(theme).map(_ -> Fault.of("/theme", "not-kept")),
                        Stream.ofNullable(essence).map(_ -> Fault.of("/essence", "not-kept")))
                .toList();
    }

    /** Of a form without faults. */
    Review review() {
        return new Review(
                State.of(String.valueOf(verdict)).orElseThrow(),
                known().orElse(null),
                essence == null ? null : Words.of(essence));
    }

    private Optional<Theme> known() {
        return Theme.of(String.valueOf(theme));
    }

    @Override
    public String toString() {
        return "ReviewForm[…]";
    }
}
