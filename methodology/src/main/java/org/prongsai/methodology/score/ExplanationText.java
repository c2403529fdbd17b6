package org.prongsai.methodology.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.prongsai.methodology.score.Explanation.Fact;
import org.prongsai.methodology.score.Explanation.Kind;
import org.prongsai.methodology.score.Explanation.Rule;

/** An explanation as an indented list of sums that a person can follow with a calculator. */
public record ExplanationText(Words words) {

    public List<String> lines(Explanation of) {
        var lines = new ArrayList<String>();
        add(lines, of, "");
        lines.add(words.say("rounded"));
        return lines;
    }

    private void add(List<String> lines, Explanation of, String indent) {
        lines.add(indent + name(of) + "  " + number(of) + sum(of));
        for (Fact fact : of.facts()) lines.add(indent + "  · " + new FactText(words).of(fact));
        for (var child : of.children()) if (child.kind() != Kind.OPTION) add(lines, child, indent + "  ");
    }

    private String name(Explanation of) {
        if (of.kind() == Kind.TOTAL) return words.say("total");
        var title = words.of(of.title());
        if (of.kind() == Kind.PART) return words.say("part", Map.of("part", of.code(), "title", title));
        return title.isEmpty() ? of.code() : of.code() + " " + title;
    }

    private String number(Explanation of) {
        return of.score() == null ? words.say("no-number") : of.score().toPlainString();
    }

    private String sum(Explanation of) {
        if (of.rule() == Rule.NONE_BELOW_MINIMUM || of.rule() == Rule.ZERO_BELOW_MINIMUM)
            return ": " + words.say("rule." + of.rule().code());
        if (of.score() == null || of.children().isEmpty()) return "";
        var exact = of.exact() == null || of.kind() != Kind.TOTAL
                ? ""
                : " (" + words.say("exact", Map.of("exact", of.exact().plain())) + ")";
        return switch (of.rule()) {
            case WEIGHTED_SUM -> " = " + terms(of) + exact;
            case MEAN_OF_ALL, MEAN_OF_PRESENT -> " = " + mean(of) + exact;
            case MEAN_OF_ANSWERS -> " = " + answers(of);
            default -> "";
        };
    }

    private String terms(Explanation of) {
        return of.children().stream()
                .filter(each -> each.exact() != null)
                .map(each -> (each.weight() == null ? "" : each.weight().plain() + " × ") + number(each))
                .collect(Collectors.joining(" + "));
    }

    private String mean(Explanation of) {
        var present =
                of.children().stream().filter(each -> each.exact() != null).toList();
        if (present.size() == 1) return number(present.getFirst());
        return present.stream().map(this::number).collect(Collectors.joining(" + ", "(", ")")) + " / " + present.size();
    }

    private String answers(Explanation of) {
        var valued = of.children().stream().filter(each -> each.exact() != null).toList();
        long people = people(valued);
        long others = people(of.children()) - people;
        var terms = valued.stream()
                .filter(each -> people(List.of(each)) > 0)
                .map(each -> people(List.of(each)) + "×" + plain(each))
                .collect(Collectors.joining(" + ", "(", ")"));
        var rest = others == 0 ? "" : "; " + words.say("left-out", Map.of("count", others));
        return terms + " / " + people + rest;
    }

    private static String plain(Explanation of) {
        return of.exact() == null ? "" : of.exact().plain();
    }

    private static long people(List<Explanation> options) {
        return options.stream()
                .mapToLong(each -> each.count() == null ? 0 : each.count())
                .sum();
    }
}
