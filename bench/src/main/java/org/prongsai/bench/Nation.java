package org.prongsai.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Item;
import org.prongsai.methodology.score.Evidence;
import org.prongsai.methodology.tally.Tally;

/** Made-up tallies and marks of as many units as a nation has: 75 staff and 88 users each, as 1.35 million answers a year come to. */
public record Nation(Framework framework, RandomGenerator luck) {
    public static final int UNITS = 8_300;
    private static final int STAFF = 75;
    private static final int USERS = 58;
    private static final int SAMPLED = 30;

    public Form form(String instrument) {
        return Form.of(framework.instrument(instrument).orElseThrow());
    }

    public List<Map<String, String>> sheets(Form form, int count) {
        var sheets = new ArrayList<Map<String, String>>();
        for (int i = 0; i < count; i++) {
            var sheet = new HashMap<String, String>();
            for (var question : form.questions())
                sheet.put(
                        question.code(),
                        question.optionCodes()
                                .get(luck.nextInt(question.options().size())));
            sheets.add(sheet);
        }
        return sheets;
    }

    Tally tally(Form form, int count) {
        return Tally.empty(form).plusAll(sheets(form, count));
    }

    List<Evidence> evidence(int count) {
        var iit = form("iit");
        var eit = form("eit");
        var units = new ArrayList<Evidence>();
        for (int unit = 0; unit < count; unit++)
            units.add(Evidence.of(
                    framework,
                    framework.k().usual(),
                    Map.of(
                            "iit", Map.of("1", tally(iit, STAFF)),
                            "eit", Map.of("1", tally(eit, USERS), "2", tally(eit, SAMPLED))),
                    new HashMap<>(marks()),
                    new HashMap<>(Map.of("iit", STAFF * 2, "eit", USERS * 9))));
        return units;
    }

    private Map<String, Integer> marks() {
        var marks = new HashMap<String, Integer>();
        for (Item item : framework.instrument("oit").orElseThrow().items())
            marks.put(item.code(), luck.nextInt(5) == 0 ? 0 : 100);
        return marks;
    }
}
