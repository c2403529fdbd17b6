package org.prongsai.methodology.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One number and how it came about: by a rule, from the numbers below it.
 *
 * @param code of the instrument, part, indicator, item …; {@code total} for the total
 * @param weight what it weighs in the number above, null where all weigh the same
 * @param count how many chose an option, null elsewhere
 * @param exact null where there is no number, and then {@code facts} say why
 * @param score {@code exact} rounded as it is published
 * @param hidden why something of it is kept back though it is there: {@code small-group}; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Explanation(
        Kind kind,
        String code,
        Map<String, String> title,
        Rule rule,
        @Nullable Ratio weight,
        @Nullable Long count,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Ratio exact,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal score,
        @Nullable String hidden,
        List<Fact> facts,
        List<Explanation> children) {

    public enum Kind {
        TOTAL,
        INSTRUMENT,
        INDICATOR,
        PART,
        SUB_INDICATOR,
        ITEM,
        SUB_ITEM,
        OPTION;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public enum Rule {
        /** Weights times numbers, added; nothing where one number is missing. */
        WEIGHTED_SUM,
        /** Of all numbers below; nothing where one is missing. */
        MEAN_OF_ALL,
        /** Of those numbers below that there are. */
        MEAN_OF_PRESENT,
        /** Of those who chose an option with a value. */
        MEAN_OF_ANSWERS,
        /** An assessor's mark, or the value of an option: nothing lies below it. */
        GIVEN,
        /** Too few answered, and the framework then says 0. */
        ZERO_BELOW_MINIMUM,
        /** Too few answered, and the framework then says nothing. */
        NONE_BELOW_MINIMUM;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Something else that is true of the number, under a stable key, with the figures it is about. */
    public record Fact(String key, Map<String, String> figures) {}

    public Explanation {
        facts = List.copyOf(facts);
        children = List.copyOf(children);
    }

    /** A number that is not worked out yet. */
    Explanation(
            Kind kind,
            String code,
            Map<String, String> title,
            Rule rule,
            @Nullable Ratio weight,
            List<Fact> facts,
            List<Explanation> children) {
        this(kind, code, title, rule, weight, null, null, null, null, facts, children);
    }

    /** A number that comes from outside. */
    static Explanation given(
            Kind kind,
            String code,
            Map<String, String> title,
            @Nullable Ratio weight,
            @Nullable Ratio exact,
            List<Fact> facts,
            int places) {
        return new Explanation(
                kind, code, title, Rule.GIVEN, weight, null, exact, rounded(exact, places), null, facts, List.of());
    }

    /** The same with the number that its rule makes of those below. */
    Explanation computed(int places) {
        var found = recomputed().orElse(null);
        return new Explanation(
                kind, code, title, rule, weight, count, found, rounded(found, places), hidden, facts, children);
    }

    Explanation with(List<Explanation> others) {
        return new Explanation(kind, code, title, rule, weight, count, exact, score, hidden, facts, others);
    }

    Explanation saying(List<Fact> others) {
        return new Explanation(kind, code, title, rule, weight, count, exact, score, hidden, others, children);
    }

    /** Its rounded score, and nothing from which what lies behind it could be worked out. */
    Explanation veiled(List<Fact> shown, List<Explanation> others) {
        return new Explanation(kind, code, title, rule, weight, null, null, score, Veil.REASON, shown, others);
    }

    /** That there is such a number, and nothing of it. */
    Explanation silent() {
        return new Explanation(kind, code, title, rule, weight, null, null, null, Veil.REASON, List.of(), List.of());
    }

    private static @Nullable BigDecimal rounded(@Nullable Ratio exact, int places) {
        return exact == null ? null : exact.rounded(places);
    }

    /** What the rule makes of the numbers below; always {@code exact}. */
    Optional<Ratio> recomputed() {
        return switch (rule) {
            case WEIGHTED_SUM -> complete() ? sum() : Optional.empty();
            case MEAN_OF_ALL -> complete() ? sum().map(sum -> sum.over(children.size())) : Optional.empty();
            case MEAN_OF_PRESENT -> sum().map(sum -> sum.over(present()));
            case MEAN_OF_ANSWERS -> answers();
            case GIVEN -> Optional.ofNullable(exact);
            case ZERO_BELOW_MINIMUM -> Optional.of(Ratio.ZERO);
            case NONE_BELOW_MINIMUM -> Optional.empty();
        };
    }

    private boolean complete() {
        return children.stream().allMatch(each -> each.exact != null);
    }

    private long present() {
        return children.stream().filter(each -> each.exact != null).count();
    }

    private Optional<Ratio> sum() {
        return children.stream().flatMap(each -> each.weighted().stream()).reduce(Ratio::plus);
    }

    private Optional<Ratio> weighted() {
        return Optional.ofNullable(exact).map(number -> weight == null ? number : number.times(weight));
    }

    private Optional<Ratio> answers() {
        long valued = 0;
        var sum = Ratio.ZERO;
        for (var option : children) {
            if (option.exact == null || option.count == null) continue;
            valued += option.count;
            sum = sum.plus(option.exact.times(Ratio.of(option.count)));
        }
        return valued == 0 ? Optional.empty() : Optional.of(sum.over(valued));
    }
}
