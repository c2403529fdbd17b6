package org.prongsai.seeds;

import java.util.List;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;

/** Whether a framework has the surveys and parts that made-up people answer in. */
final class Fitting {

    private record Place(String instrument, String part) {}

    private static final List<Place> ANSWERED =
            List.of(new Place("iit", "1"), new Place("eit", "1"), new Place("eit", "2"));

    private Fitting() {}

    static Framework checked(String name, Framework framework) {
        for (Place place : ANSWERED)
            if (framework
                    .instrument(place.instrument())
                    .flatMap(instrument -> instrument.part(place.part()))
                    .isEmpty())
                throw new IllegalArgumentException(
                        "%s: it has no survey %s with a part %s, in which made-up people answer"
                                .formatted(name, place.instrument(), place.part()));
        if (framework.instruments().stream().noneMatch(Instrument::marked))
            throw new IllegalArgumentException("%s: it has no items to be marked".formatted(name));
        return framework;
    }
}
