package org.prongsai.assessment.proof;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.comment.Guestbook;
import org.prongsai.assessment.pool.Office;
import org.prongsai.assessment.pool.ReleaseWriter;
import org.prongsai.assessment.response.Stored;
import org.prongsai.assessment.ticket.Issuer;
import org.prongsai.assessment.ticket.Staff;
import org.prongsai.blind.Base64Url;
import org.prongsai.blind.PublicJwk;
import org.prongsai.blind.Ticket;
import org.prongsai.blind.TicketClient;

/**
 * The people of many units of one size, who redeem, answer and write one after the other over some simulated days. Staff is
 * asked for no comment, and visitors redeem no code: who does all of it leaves the most to be joined.
 */
final class Crowd {

    private static final double CHANGES_MIND = 0.1;

    private final AssessmentWorld world = AssessmentWorld.get();
    private final Issuer issuer = new Issuer(world);
    private final TicketClient client = new TicketClient();
    private final String round;
    private final int size;
    private final int days;
    private final PublicJwk key;
    private final Map<String, List<Person>> units = new LinkedHashMap<>();

    /** Somebody with a code, and what was found out of them by answering. */
    static final class Person {
        final Staff staff;
        final int number;
        final String code;
        final int day;
        final int changes;
        final UUID comment = UUID.randomUUID();
        Ticket ticket;
        int answered;

        /** What nobody else wrote, of so many words that it is found in a file. */
        String words() {
            return "words-" + answered + "-" + comment;
        }

        Person(Staff staff, int number, String code, int day, int changes) {
            this.staff = staff;
            this.number = number;
            this.code = code;
            this.day = day;
            this.changes = changes;
        }

        /** Answers like nobody else's of the unit: the number in the first three questions, six options each. */
        Map<String, String> answers() {
            var answers = new LinkedHashMap<>(Given.answers("iit", answered));
            var signature = List.of("i1", "i2", "i4");
            for (int place = 0, rest = number; place < 3; place++, rest /= 6) {
                answers.put(signature.get(place), Given.answers("iit", rest % 6).get(signature.get(place)));
            }
            return answers;
        }
    }

    /**
     * @param days on which they come
     * @param luck decides who comes on which day and who changes an answer on a later one
     */
    Crowd(int size, int many, int days, Random luck) {
        this.size = size;
        this.days = days;
        var name = "proof-%d-%d".formatted(many, size);
        var agencies = IntStream.range(0, many).mapToObj(n -> name + "-" + n).toList();
        this.round = Office.open(name).round();
        world.agencies(agencies.stream()
                .map(agency -> agency + ",immigration-bureau,province")
                .toArray(String[]::new));
        execute("assessment", """
                insert into population (round, agency, internal, on_leave, external)
                select '%s', '%s-' || n, %d, 0, 0 from generate_series(0, %d) n
                """.formatted(round, name, size, many - 1));
        key = issuer.share(round, agencies);
        together(agencies, agency -> {
            var staff = new Staff(new Office(world, round, agency));
            var people = people(staff, luck);
            synchronized (units) {
                units.put(agency, people);
            }
        });
    }

    private List<Person> people(Staff staff, Random luck) {
        var codes = staff.codes(size);
        synchronized (luck) {
            var came = IntStream.range(0, size)
                    .map(_ -> luck.nextInt(days))
                    .sorted()
                    .toArray();
            return IntStream.range(0, size)
                    .mapToObj(n -> {
                        int left = days - 1 - came[n];
                        boolean changes = left > 0 && luck.nextDouble() < CHANGES_MIND;
                        return new Person(
                                staff, n, codes.get(n), came[n], changes ? came[n] + 1 + luck.nextInt(left) : -1);
                    })
                    .toList();
        }
    }

    /** Everybody of that day comes, one after the other in each unit, and some of the days before change their answers. */
    void come(int day) {
        together(List.copyOf(units.keySet()), agency -> units.get(agency).forEach(person -> {
            if (person.day == day) {
                redeem(person);
                answer(person);
                write(person, 201);
            } else if (person.changes == day) {
                person.answered = 1;
                answer(person);
                write(person, 200);
            }
        }));
    }

    void night() {
        new Guestbook(new Office(world, round, "")).rewrite();
        world.context().getBean(ReleaseWriter.class).reshuffle().block();
        issuer.night();
    }

    private void redeem(Person person) {
        var blinding = client.begin(key.key());
        var answer = person.staff.redeem(person.code, blinding.blinded());
        person.ticket = Staff.finish(blinding, answer);
    }

    private static void answer(Person person) {
        var answer = person.staff.answer(person.ticket.token(), person.ticket.signature(), person.answers());
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.body());
        }
    }

    private static void write(Person person, int status) {
        var answer = new Guestbook(person.staff.office()).write(person.comment.toString(), person.words());
        if (answer.status() != status) {
            throw new IllegalStateException(answer.body());
        }
    }

    int size() {
        return size;
    }

    String round() {
        return round;
    }

    /** Per unit its people in the order in which they came. */
    Map<String, List<Person>> units() {
        return units;
    }

    String tokenHash(Person person) {
        return HexFormat.of().formatHex(Stored.hash(round, person.staff.office().agency(), person.ticket.token()));
    }

    String receipt(Person person) {
        return Stored.receipt(round, person.staff.office().agency(), person.ticket.token());
    }

    String codeHash(Person person) {
        return HexFormat.of().formatHex(issuer.hash(person.code));
    }

    /** The id of what somebody wrote, in hex. */
    static String commentId(Person person) {
        return person.comment.toString().replace("-", "");
    }

    /** What must be written down nowhere else: codes, tokens, signatures, receipts, comments; bytes also as Postgres writes them. */
    List<String> secrets(Person person) {
        return List.of(
                person.code,
                person.ticket.token(),
                person.ticket.signature(),
                tokenHash(person),
                "x" + tokenHash(person),
                codeHash(person),
                "x" + codeHash(person),
                receipt(person),
                person.comment.toString(),
                person.words(),
                Base64.getEncoder()
                        .encodeToString(Base64Url.decode(person.ticket.token()).orElseThrow()));
    }

    private void execute(String database, String sql) {
        world.database(database).sql().sql(sql).then().block();
    }

    private interface Each {
        void with(String agency);
    }

    /** Eight units at a time. */
    private static void together(List<String> agencies, Each work) {
        var tasks = new ArrayList<Future<?>>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            agencies.forEach(agency -> tasks.add(pool.submit(() -> work.with(agency))));
            for (var task : tasks) {
                task.get();
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
