package org.prongsai.seeds.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything made up for one round: its responses as lines to import and its marks as a file. */
public final class Demonstration {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String round;
    private final Form form;
    private final List<Unit> units;

    public Demonstration(String round, JsonNode framework, List<Unit> units) {
        this.round = round;
        this.form = new Form(framework);
        this.units = List.copyOf(units);
    }

    /** Lines in batches of at most this many; a pool is never cut in two, or its rest might be too few to show. */
    public List<List<String>> responses(int most) {
        var batches = new ArrayList<List<String>>();
        var batch = new ArrayList<String>();
        for (Pool pool : units.stream().flatMap(Unit::pools).toList()) {
            if (!batch.isEmpty() && batch.size() + pool.responses() > most) {
                batches.add(List.copyOf(batch));
                batch.clear();
            }
            batch.addAll(lines(pool));
        }
        if (!batch.isEmpty()) batches.add(List.copyOf(batch));
        return List.copyOf(batches);
    }

    private List<String> lines(Pool pool) {
        List<Question> questions = form.questions(pool.instrument());
        return IntStream.range(0, pool.responses())
                .mapToObj(number -> line(new Respondent(new Dice(round), pool, number), questions))
                .toList();
    }

    private static String line(Respondent respondent, List<Question> questions) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("agency", respondent.pool().unit().agency());
        line.put("instrument", respondent.pool().instrument());
        line.put("part", respondent.pool().part());
        line.put("token", respondent.token());
        line.put("answers", respondent.answers(questions));
        return JSON.writeValueAsString(line);
    }

    /** One line per unit and item, each 0 or 100, with as many zeros as the plan says. */
    public List<String> marks() {
        return units.stream().flatMap(this::marks).toList();
    }

    private Stream<String> marks(Unit unit) {
        List<String> items = form.itemCodes("oit");
        return unit.missingItems().stream().flatMap(count -> {
            List<String> missing = new Lot(new Dice(round).of(unit.agency())).draw(items, count);
            return items.stream()
                    .map(item -> "%s,%s,%d".formatted(unit.agency(), item, missing.contains(item) ? 0 : 100));
        });
    }

    public List<Unit> units() {
        return units;
    }
}
