package org.prongsai.assessment.survey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.prongsai.assessment.round.Round;
import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;

/** Surveys that were made before: one follows from a version of a round and the place of a unit, and many answer it. */
final class Surveys {

    private record Asked(String round, long version, String instrument, List<String> path) {}

    private record Text(String framework, String instrument) {}

    private final Cache<Asked, Optional<Survey>> recent = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    private final Cache<Text, Form> forms =
            Caffeine.newBuilder().maximumSize(200).build();

    /** As {@link Survey#of}. */
    Optional<Survey> of(Round round, Framework framework, String instrument, List<String> path) {
        return recent.get(
                new Asked(round.round(), round.version(), instrument, path),
                _ -> Survey.of(
                        round,
                        framework,
                        instrument,
                        path,
                        asked -> form(round.state().framework(), asked)));
    }

    private Form form(String framework, Instrument instrument) {
        return forms.get(new Text(framework, instrument.code()), _ -> Form.of(instrument));
    }
}
