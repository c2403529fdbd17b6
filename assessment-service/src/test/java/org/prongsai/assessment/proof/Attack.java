package org.prongsai.assessment.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.proof.Crowd.Person;
import org.prongsai.messaging.PostgresClient;

/** An administrator with all databases who saw in which order people came: everything that can be put in an order or joined. */
final class Attack {

    private static final String OTHER = "of another database: ";

    private final Crowd crowd;
    private final AssessmentWorld world = AssessmentWorld.get();
    /** Per way of looking and unit, people in the order found. */
    private final Map<String, Map<String, List<String>>> orders = new TreeMap<>();
    /** Files in which something of another database stands. */
    private final Set<String> joined = new TreeSet<>();

    Attack(Crowd crowd) {
        this.crowd = crowd;
    }

    /** The order of rows, of their transactions and of their ids, as any client may ask for it. */
    Attack rows() {
        var tokens = named(crowd::tokenHash);
        for (var order : List.of("r.xmin::text::bigint, r.ctid", "r.ctid", "r.id")) {
            byRow("responses by " + order, tokens, """
                    select p.agency, encode(r.token_hash, 'hex') from response r join pool p using (pool)
                    where p.round = '%s' order by r.tableoid, %s
                    """.formatted(crowd.round(), order), "responses");
        }
        for (var order : List.of("i.xmin::text::bigint, i.ctid", "i.ctid")) {
            byRow("invitations by " + order, named(crowd::codeHash), """
                    select k.agency, encode(i.code_hash, 'hex') from invitation i join issuing_key k using (key)
                    where k.round = '%s' order by i.tableoid, %s
                    """.formatted(crowd.round(), order), "tickets");
        }
        var comments = named(Crowd::commentId);
        for (var table : List.of("comment", "arrival")) {
            for (var order : List.of("c.xmin::text::bigint, c.ctid", "c.ctid", "c.comment")) {
                byRow(table + "s by " + order, comments, """
                        select c.agency, replace(c.comment::text, '-', '') from %s c
                        where c.round = '%s' order by %s
                        """.formatted(table, crowd.round(), order), "assessment");
            }
        }
        return this;
    }

    private void byRow(String name, Map<String, String> people, String sql, String database) {
        var asked = world.database(database);
        var read = asked.sql()
                .sql(sql)
                .map(row -> List.of(
                        Objects.requireNonNull(row.get(0, String.class)),
                        Objects.requireNonNull(row.get(1, String.class))))
                .all()
                .collectList();
        // Of a table that just grew nobody has statistics yet.
        var rows = Objects.requireNonNull(
                asked.inSnapshot(PostgresClient.patience(asked.sql()).then(read))
                        .block());
        rows.forEach(row -> add(name, row.get(0), people.get(row.get(1))));
    }

    /**
     * The order of bytes in all files of the databases: rows, dead rows, indexes, pages in any state. And whatever of one
     * database stands in another.
     */
    Attack files() {
        byFile("responses", named(crowd::tokenHash), List.of(named(Crowd::commentId), named(Attack::words)));
        byFile("tickets", named(crowd::codeHash), List.of(named(Crowd::commentId), named(Attack::words)));
        byFile("assessment", named(Crowd::commentId), List.of(named(crowd::tokenHash), named(crowd::codeHash)));
        return this;
    }

    private static String words(Person person) {
        return HexFormat.of().formatHex(person.words().getBytes(StandardCharsets.UTF_8));
    }

    private void byFile(String database, Map<String, String> people, List<Map<String, String>> others) {
        var wanted = new HashMap<String, byte[]>();
        people.forEach((hash, person) -> wanted.put(person, HexFormat.of().parseHex(hash)));
        others.forEach(other -> other.keySet()
                .forEach(hash -> wanted.put(OTHER + hash, HexFormat.of().parseHex(hash))));
        DatabaseFiles.of(database).find(wanted).forEach((place, file) -> {
            if (file.keySet().removeIf(found -> found.startsWith(OTHER))) {
                joined.add(database + " file of " + place.content());
            }
            var units = new LinkedHashMap<String, List<String>>();
            file.keySet().forEach(person -> units.computeIfAbsent(person.split("/")[0], _ -> new ArrayList<>())
                    .add(person));
            units.forEach((unit, found) -> {
                String name = database + " file of " + place.content();
                inOrder(found, person -> file.get(person).getFirst())
                        .forEach(person -> add(name + " by first place", unit, person));
                inOrder(found, person -> file.get(person).getLast())
                        .forEach(person -> add(name + " by last place", unit, person));
            });
        });
    }

    private static List<String> inOrder(Collection<String> people, Function<String, Long> place) {
        return people.stream().sorted(Comparator.comparing(place)).toList();
    }

    /** An order in which something was told, by the people's answers. */
    void told(String name, String unit, List<Map<String, String>> answers) {
        var people = new HashMap<Map<String, String>, String>();
        crowd.units().get(unit).forEach(person -> people.put(person.answers(), name(person)));
        answers.forEach(each -> add(name, unit, people.get(each)));
    }

    private void add(String name, String unit, String person) {
        if (person != null) {
            orders.computeIfAbsent(name, _ -> new HashMap<>())
                    .computeIfAbsent(unit, _ -> new ArrayList<>())
                    .add(person);
        }
    }

    /** What was found in one way of looking: people by unit. */
    Map<String, List<String>> orders(String name) {
        return orders.getOrDefault(name, Map.of());
    }

    /** What one database has of another: a value in both would join them. */
    Set<String> joined() {
        return joined;
    }

    /** Those ways of looking that found everybody, in every unit: a guess about others could only seem bad. */
    List<String> complete() {
        return orders.entrySet().stream()
                .filter(each -> each.getValue().size() == crowd.units().size()
                        && each.getValue().values().stream().allMatch(found -> found.size() == crowd.size()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How well each order, forwards and backwards, says who came when, and how well two of them fit each other. */
    Map<String, Guessing> guesses() {
        var guesses = new TreeMap<String, Guessing>();
        orders.forEach((name, units) -> {
            guesses.put(name, guess(this::came, units::get));
            guesses.put(name + " backwards", guess(this::came, unit -> backwards(units.get(unit))));
        });
        orders.keySet().stream().filter(Attack::ofPeople).forEach(people -> orders.keySet().stream()
                .filter(name -> name.startsWith("responses"))
                .forEach(answers -> guesses.put(
                        people + " beside " + answers,
                        guess(unit -> orders.get(people).get(unit), orders.get(answers)::get))));
        return guesses;
    }

    /** Of codes or comments, which lead to somebody where answers must not. */
    private static boolean ofPeople(String name) {
        return !name.startsWith("responses") && !name.startsWith("told");
    }

    private Guessing guess(Function<String, List<String>> people, Function<String, List<String>> answers) {
        return new Guessing(
                crowd.size(),
                crowd.units().keySet().stream()
                        .map(unit -> Guessing.right(orNone(people.apply(unit)), orNone(answers.apply(unit))))
                        .toList());
    }

    private static List<String> orNone(List<String> found) {
        return found == null ? List.of() : found;
    }

    private static List<String> backwards(List<String> found) {
        return found == null ? List.of() : found.reversed();
    }

    private List<String> came(String unit) {
        return crowd.units().get(unit).stream().map(Attack::name).toList();
    }

    private Map<String, String> named(Function<Person, String> hash) {
        var people = new HashMap<String, String>();
        crowd.units().values().forEach(unit -> unit.stream()
                .filter(person -> person.ticket != null)
                .forEach(person -> people.put(hash.apply(person), name(person))));
        return people;
    }

    private static String name(Person person) {
        return person.staff.office().agency() + "/" + person.number;
    }
}
