package org.prongsai.methodology.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a survey's answers may be shown, part by part, so that what is shown of a large part never gives a small one
 * away: where one part that counts shows its score only, all of them do, since the instrument's score less the large
 * part would be the small one.
 */
public record Veil(List<PartScore> parts, int k) {
    public static final String REASON = "small-group";

    /**
     * What would show something: so many answers of a part.
     *
     * @param part null where all parts of the instrument count together
     */
    public record Need(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String part,

            long responses) {}

    public static Veil of(InstrumentScore instrument, int k) {
        return new Veil(instrument.parts(), k);
    }

    /** Whether anything behind the instrument's score may be shown; of a marked one everything may. */
    public boolean showsIndicators() {
        return counted().allMatch(part -> own(part).showsIndicators());
    }

    /** What may be shown of one part. */
    public Visibility of(String part) {
        return counted()
                .filter(each -> each.code().equals(part))
                .findFirst()
                .map(each -> showsIndicators() ? own(each) : Visibility.SCORE)
                .orElse(Visibility.HIDDEN);
    }

    /** What must be reached before so much is shown of a part; empty where it is. */
    public List<Need> needs(String part, Visibility wanted) {
        return parts.stream()
                .flatMap(each -> need(each, each.code().equals(part) ? wanted : Visibility.INDICATORS, part))
                .toList();
    }

    private Stream<Need> need(PartScore of, Visibility wanted, String part) {
        boolean matters = of.counted() || of.code().equals(part);
        long from = wanted.from(k);
        return matters && of.responses() < from ? Stream.of(new Need(of.code(), from)) : Stream.empty();
    }

    private Stream<PartScore> counted() {
        return parts.stream().filter(PartScore::counted);
    }

    private Visibility own(PartScore part) {
        return Visibility.of(part.responses(), k);
    }
}
