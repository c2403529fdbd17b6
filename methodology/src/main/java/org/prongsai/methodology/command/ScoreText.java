package org.prongsai.methodology.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.score.ExplanationText;
import org.prongsai.methodology.score.Gap;
import org.prongsai.methodology.score.Lift;
import org.prongsai.methodology.score.Means;
import org.prongsai.methodology.score.Remark;
import org.prongsai.methodology.score.Words;

/** Scores for people: a line for each unit, then what explains it. */
record ScoreText(Framework framework, Words words) {
    private static final String NOTHING = "–";

    List<String> lines(List<Scored> units, int k) {
        var lines = new ArrayList<String>();
        lines.add(heading(units.size(), Integer.toString(k)));
        var rows = new ArrayList<List<String>>();
        rows.add(header(words.say("column.notes")));
        units.forEach(unit -> rows.add(row(unit)));
        lines.addAll(new Columns(rows).lines());
        units.forEach(unit -> lines.addAll(explained(unit)));
        return lines;
    }

    private String heading(int units, String k) {
        return words.say(
                "heading",
                Map.of("framework", framework.refOrName(), "year", framework.fiscalYear(), "count", units, "k", k));
    }

    private List<String> header(String last) {
        var header = new ArrayList<>(List.of(words.say("column.agency"), words.say("column.total")));
        framework.instruments().stream().map(Instrument::code).forEach(header::add);
        header.add(words.say("column.level"));
        header.add(last);
        return header;
    }

    private List<String> row(Scored unit) {
        var row = new ArrayList<>(List.of(unit.agency()));
        var total = unit.card().total();
        row.add(total == null ? NOTHING : total.score().toPlainString());
        unit.card().instruments().forEach(each -> row.add(shown(each.score())));
        row.add(
                unit.card().level() == null
                        ? NOTHING
                        : words.of(unit.card().level().title()));
        row.add(unit.card().remarks().stream().map(this::note).collect(Collectors.joining("; ")));
        return row;
    }

    private static String shown(@Nullable BigDecimal score) {
        return score == null ? NOTHING : score.toPlainString();
    }

    private String note(Remark remark) {
        var figures = new HashMap<String, Object>();
        if (remark.part() != null) figures.put("part", remark.part());
        if (remark.expected() != null) figures.put("expected", remark.expected());
        if (remark.actual() != null) figures.put("actual", remark.actual());
        return remark.instrument() + ": " + words.say("fact." + remark.reason(), figures);
    }

    private List<String> explained(Scored unit) {
        var lines = new ArrayList<String>();
        if (unit.explanation() == null) return lines;
        lines.add("");
        lines.add(unit.agency());
        lines.addAll(new ExplanationText(words).lines(unit.explanation()));
        if (unit.gap() != null) lines.add(gap(unit.gap()));
        if (!unit.lifts().isEmpty()) lines.add(words.say("lift"));
        unit.lifts().forEach(lift -> lines.add("  +" + lift.totalPoints().toPlainString() + "  " + named(lift)));
        return lines;
    }

    private String named(Lift lift) {
        return lift.item() + " "
                + framework.item(lift.item()).map(item -> words.of(item.text())).orElse("");
    }

    private String gap(Gap gap) {
        var missing = new ArrayList<String>();
        if (gap.totalMissing().signum() > 0)
            missing.add(
                    words.say("gap.total", Map.of("points", gap.totalMissing().toPlainString())));
        gap.instruments()
                .forEach(each ->
                        missing.add(each.instrument() + " +" + each.missing().toPlainString()));
        return words.say("gap", Map.of("title", words.of(gap.next().title()), "missing", String.join(", ", missing)));
    }

    /** From published indicators. */
    List<String> lines(Map<String, Means> units) {
        var lines = new ArrayList<String>();
        lines.add(heading(units.size(), NOTHING));
        lines.add(words.say("from-indicators"));
        var rows = new ArrayList<List<String>>();
        rows.add(header(""));
        units.forEach((agency, means) -> rows.add(row(agency, means)));
        lines.addAll(new Columns(rows).lines());
        units.forEach((agency, means) -> {
            lines.add("");
            lines.add(agency);
            lines.addAll(new ExplanationText(words).lines(means.explanation()));
        });
        return lines;
    }

    private List<String> row(String agency, Means means) {
        var row = new ArrayList<>(List.of(agency, shown(means.total().orElse(null))));
        framework
                .instruments()
                .forEach(each -> row.add(shown(means.instruments().get(each.code()))));
        row.add(means.level().map(level -> words.of(level.title())).orElse(NOTHING));
        return row;
    }
}
