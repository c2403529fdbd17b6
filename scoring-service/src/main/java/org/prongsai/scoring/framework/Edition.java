package org.prongsai.scoring.framework;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prongsai.contracts.assessment.UnverifiedPart;
import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Part;

/** A framework version with the forms of its surveys. */
public record Edition(Framework framework, Map<String, Form> forms) {

    public static Edition of(Framework framework) {
        return new Edition(
                framework,
                framework.instruments().stream()
                        .filter(instrument -> !instrument.marked())
                        .collect(Collectors.toUnmodifiableMap(Instrument::code, Form::of)));
    }

    /** Null where the framework has no such survey or the survey no such part; an open one has another beside it. */
    public @Nullable Form form(String instrument, String part) {
        return framework
                .instrument(instrument)
                .flatMap(survey -> survey.part(part).or(() -> openBeside(survey, part)))
                .map(_ -> forms.get(instrument))
                .orElse(null);
    }

    private static Optional<Part> openBeside(Instrument survey, String part) {
        return UnverifiedPart.original(part).flatMap(survey::part).filter(Part::open);
    }
}
