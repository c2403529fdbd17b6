package org.prongsai.assessment.framework;

import java.util.List;
import java.util.Optional;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.Parsed;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.framework.Framework;

/** What becomes of a framework that was sent in: the next version, or the newest one if that says the same. */
record Publication(Published version, boolean fresh) {

    /** Reads what was sent to the address of {@code name}. */
    static Parsed<Framework> read(String name, String text) {
        return switch (FrameworkFile.parse(text)) {
            case Parsed.Valid<Framework>(var framework)
            when !framework.name().equals(name) ->
                new Parsed.Faulty<>(List.of(new Fault("/name", "other-name", name, framework.name())));
            case Parsed<Framework> parsed -> parsed;
        };
    }

    static Publication of(Framework sent, Optional<Published> newest) {
        return newest.filter(version -> version.framework().unversioned().equals(sent.unversioned()))
                .map(same -> new Publication(same, false))
                .orElseGet(() -> new Publication(Published.of(sent.at(1 + number(newest))), true));
    }

    private static int number(Optional<Published> newest) {
        return newest.map(version -> version.ref().version()).orElse(0);
    }
}
