package org.prongsai.methodology.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.score.Means;

/** Scores for programs, a line a unit; what is not known is empty. Slugs, codes and numbers need no quotes. */
record ScoreCsv(Framework framework) {

    List<String> scores(List<Scored> units) {
        var lines = new ArrayList<>(List.of("agency,total,level,adequacy," + instruments()));
        for (var unit : units) {
            var total = unit.card().total();
            var cells = new ArrayList<>(List.of(
                    unit.agency(),
                    total == null ? "" : number(total.score()),
                    unit.card().level() == null ? "" : unit.card().level().code(),
                    unit.card().adequacy().code()));
            unit.card().instruments().forEach(each -> cells.add(number(each.score())));
            lines.add(String.join(",", cells));
        }
        return lines;
    }

    List<String> means(Map<String, Means> units) {
        var lines = new ArrayList<>(List.of("agency,total,level," + instruments()));
        units.forEach((agency, means) -> {
            var cells = new ArrayList<>(List.of(
                    agency,
                    number(means.total().orElse(null)),
                    means.level().map(level -> level.code()).orElse("")));
            framework
                    .instruments()
                    .forEach(each -> cells.add(number(means.instruments().get(each.code()))));
            lines.add(String.join(",", cells));
        });
        return lines;
    }

    private String instruments() {
        return String.join(
                ",", framework.instruments().stream().map(Instrument::code).toList());
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
