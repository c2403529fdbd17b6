package org.prongsai.methodology.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.score.Explanation.Kind;

/**
 * An instrument as it was answered or marked, down to its options, as far as anybody may see it. All that the framework
 * asks stands in its place; what is kept back says why ({@code small-group, below-minimum}) and what would show it.
 *
 * @param parts of a survey
 * @param indicators of a marked instrument
 */
public record Breakdown(
        String code,
        Map<String, String> title,
        BigDecimal weight,
        @Nullable BigDecimal score,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Cover hidden,
        @Nullable Long responses,
        @Nullable Integer minimum,
        Adequacy adequacy,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Part> parts,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Piece> indicators) {

    public Breakdown with(List<Part> others) {
        return new Breakdown(code, title, weight, score, hidden, responses, minimum, adequacy, others, indicators);
    }

    /** Why something is kept back, and all that must be reached before it is shown. */
    public record Cover(String reason, List<Veil.Need> needs) {}

    /**
     * One way of asking.
     *
     * @param hidden of the score and the weakest items
     * @param weakest three items, the weakest first; their scores are shown below or not at all
     */
    public record Part(
            String code,
            Map<String, String> title,
            @Nullable BigDecimal weight,
            boolean counted,
            long responses,
            Visibility visibility,
            @Nullable BigDecimal score,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Cover hidden,

            @Nullable List<Name> weakest,
            List<Piece> indicators) {}

    public record Name(String code, Map<String, String> text) {}

    /**
     * An indicator, sub-indicator, item or sub-item.
     *
     * @param exact the sum before it is rounded, so that whoever reads it can go on counting
     * @param unfiled true where nobody filed anything and the framework says what that is worth
     * @param stake what a marked item moves the instrument and the total by
     */
    public record Piece(
            Kind kind,
            String code,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> title,
            @Nullable BigDecimal score,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Ratio exact,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Cover hidden,

            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean unfiled,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Points stake,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Choice> options,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Piece> children) {}

    public record Points(BigDecimal instrument, BigDecimal total) {}

    /**
     * An option.
     *
     * @param count how many chose it, null where that is kept back
     * @param share of all who answered the question, in percent
     */
    public record Choice(
            String code,
            Map<String, String> label,
            @Nullable Integer value,
            @Nullable Long count,
            @Nullable BigDecimal share) {}

    /**
     * Of all instruments.
     *
     * @param unfiled marked items that nobody filed
     */
    public static List<Breakdown> of(Evidence evidence, Set<String> unfiled) {
        return evidence.framework().instruments().stream()
                .map(each ->
                        each.marked() ? new MarksBroken(evidence, unfiled).of(each) : AnswersBroken.of(evidence, each))
                .toList();
    }
}
