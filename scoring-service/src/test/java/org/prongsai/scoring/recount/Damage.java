package org.prongsai.scoring.recount;

import java.util.List;
import org.prongsai.scoring.Sample;
import org.prongsai.scoring.Setting;
import org.prongsai.scoring.Stage;

/**
 * What somebody who owns the tables does to what is kept of a unit.
 *
 * @param damage a statement whose only value is the unit; {@code repair} likewise
 * @param named how a recount names it, {@code %s} being the unit
 */
record Damage(int unit, String damage, String repair, String named) {
    private static final String ROUND = " where round = (select round from score where agency = $1)";
    private static final String ANY = " where $1 <> ''";

    static final List<Damage> OF_SCORES = List.of(
            tally(
                    1,
                    "body = replace(body, 'count,e1,1,', 'count,e1,1,9')",
                    "body = replace(body, 'count,e1,1,9', 'count,e1,1,')",
                    "count,e1,1: recounted"),
            tally(2, "responses = responses + 1", "responses = responses - 1", "responses: recounted"),
            tally(3, "body = body || 'rubbish'", "body = replace(body, 'rubbish', '')", "rubbish: recounted nothing"),
            of(
                    1,
                    "score",
                    "body = replace(body, '\"live\"', '\"fine\"')",
                    "body = replace(body, '\"fine\"', '\"live\"')",
                    "score: status"),
            of(2, "score", "level = 'best'", "level = null", "score: columns"),
            of(2, "score", "hidden = '1'", "hidden = null", "score: columns"),
            moved(3, "score", "score: missing"));

    static final List<Damage> OF_PARTS = List.of(tally(4, "part = '2'", "part = '1'", "responses: recounted"));

    static final List<Damage> OF_COPIES = List.of(
            of(1, "mark", "mark = 55", "mark = 100", "mark o1: recounted 100, live 55"),
            of(2, "mark", "item = 'o2'", "item = 'o1'", "mark o2: recounted nothing, live 100"),
            of(
                    3,
                    "population",
                    "internal = 39",
                    "internal = 40",
                    "population: recounted 40 internal and 400 external, live 39 internal and 400 external"),
            moved(4, "population", "population: recounted 40 internal and 400 external, live nothing"),
            of(1, "agency", "path = path || 'x'::text", "path = array_remove(path, 'x')", "agency\n"),
            of(2, "agency", "name = replace(name, 'th', 'xx')", "name = replace(name, 'xx', 'th')", "agency\n"),
            new Damage(
                    1,
                    "update round set types = array['x']" + ROUND,
                    "update round set types = array['province']" + ROUND,
                    "    round\n"),
            new Damage(
                    1,
                    "update framework set document = document || ' '" + ANY,
                    "update framework set document = trim(document)" + ANY,
                    "    framework " + Sample.REF + "\n"));

    static final List<Damage> OF_ROUNDS = List.of(new Damage(
            1,
            "update round set state = state || ' ' || 'x'" + ROUND,
            "update round set state = replace(state, ' x', '')" + ROUND,
            "    round\n"));

    private static Damage of(int unit, String table, String damage, String repair, String named) {
        var update = "update " + table + " set %s where agency = $1";
        return new Damage(unit, update.formatted(damage), update.formatted(repair), "%s " + named);
    }

    private static Damage tally(int unit, String damage, String repair, String named) {
        var update = "update tally set %s where agency = $1 and instrument = 'eit'";
        return new Damage(unit, update.formatted(damage), update.formatted(repair), "%s eit 1 " + named);
    }

    /** To a unit that there is not. */
    private static Damage moved(int unit, String table, String named) {
        return new Damage(
                unit,
                "update " + table + " set agency = 'elsewhere' where agency = $1",
                "update " + table + " set agency = $1 where agency = 'elsewhere'",
                "%s " + named);
    }

    void done(Stage stage, Setting setting) {
        stage.asOwner(damage, setting.unit(unit));
    }

    void undone(Stage stage, Setting setting) {
        stage.asOwner(repair, setting.unit(unit));
    }

    String named(Setting setting) {
        return named.formatted(setting.unit(unit));
    }
}
