package org.prongsai.assessment.proof;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.AssessmentWorld;
import org.prongsai.assessment.pool.Office;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.contracts.assessment.ResponsesReleased.Answered;
import org.prongsai.contracts.assessment.RoundState.StepWindow;
import org.prongsai.local.TestWorld;
import org.slf4j.LoggerFactory;

/**
 * Units of 8, 20 and 75 redeem, answer and write one by one over thirty simulated days. Whoever then holds all databases'
 * files, all logs, meters and records, and saw in which order people came, guesses no better than luck whose answer is whose,
 * who wrote which comment, and what the same person answered.
 */
class PrivacyProofIT {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(PrivacyProofIT.class);

    private final AssessmentWorld world = AssessmentWorld.get();

    /** Enough to see an order that stayed, in a minute. */
    @Test
    void nothing_that_stays_says_in_which_order_people_came() throws Exception {
        prove(Map.of(8, 66, 20, 16, 75, 3), 10, 0.12);
    }

    /** Enough to tell one percentage point from none. */
    @Test
    @Tag("slow")
    void the_advantage_over_luck_is_at_most_one_percentage_point() throws Exception {
        prove(new TreeMap<>(Map.of(8, 5000, 20, 800, 75, 60)), 30, 0.01);
    }

    private void prove(Map<Integer, Integer> many, int days, double bound) throws Exception {
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(lines);
        var luck = new Random(20261126);
        var crowds = many.entrySet().stream()
                .map(each -> new Crowd(each.getKey(), each.getValue(), days, luck))
                .toList();
        for (int day = 0; day < days; day++) {
            LOG.info("Day {} of {}", day + 1, days);
            for (var crowd : crowds) {
                crowd.come(day);
            }
            if (day == 0) {
                // By the evening it can be seen: this is what the night is for, and shows that the attack finds it.
                assertThat(found(crowds, "responses by r.xmin::text::bigint, r.ctid"))
                        .isGreaterThan(0.9);
                assertThat(found(crowds, "arrivals by c.xmin::text::bigint, c.ctid"))
                        .isGreaterThan(0.9);
            }
            crowds.getFirst().night();
        }
        for (var crowd : crowds) {
            hold(crowd, new Attack(crowd).rows().files(), "waiting", bound);
        }
        for (var crowd : crowds) {
            close(crowd);
            var attack = new Attack(crowd).rows().files();
            told(crowd, attack);
            hold(crowd, attack, "counted", bound);
        }
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(lines);
        var names = names(crowds);
        assertThat(lines.list.stream().map(ILoggingEvent::getFormattedMessage)).noneMatch(names::matches);
        assertThat(Files.readAllLines(TestWorld.get().secretsOf("").getParent().resolve("logs/postgres.log")))
                .isNotEmpty()
                .noneMatch(names::matches);
        assertThat(Stream.of(Topic.values()).flatMap(topic -> world.told(topic).stream()))
                .isNotEmpty()
                .noneMatch(names::told);
        assertThat(meters().lines()).noneMatch(line -> line.contains("proof-"));
    }

    /** How often the order of rows is that in which those who came on the first day did, where at least two came. */
    private double found(List<Crowd> crowds, String name) {
        int units = 0;
        int right = 0;
        for (var crowd : crowds) {
            var orders = new Attack(crowd).rows().orders(name);
            for (var unit : orders.entrySet()) {
                if (unit.getValue().size() > 1) {
                    units++;
                    var came = crowd.units().get(unit.getKey()).stream()
                            .limit(unit.getValue().size())
                            .map(person -> unit.getKey() + "/" + person.number)
                            .toList();
                    right += came.equals(unit.getValue()) ? 1 : 0;
                }
            }
        }
        assertThat(units).isPositive();
        return (double) right / units;
    }

    private static void hold(Crowd crowd, Attack attack, String state, double bound) {
        var guesses = attack.guesses();
        String table = state.equals("waiting") ? "response_waiting_n" : "response_counted";
        assertThat(attack.complete())
                .contains(
                        "responses by r.xmin::text::bigint, r.ctid",
                        "responses file of " + table + " by first place",
                        "responses file of " + table + "_pkey by first place",
                        "invitations by i.xmin::text::bigint, i.ctid",
                        "tickets file of invitation_n by first place",
                        "tickets file of invitation_n_pkey by first place",
                        "comments by c.xmin::text::bigint, c.ctid",
                        "assessment file of comment by first place",
                        "assessment file of comment_pkey by first place",
                        "assessment file of comment_state by first place");
        assertThat(attack.joined()).isEmpty();
        assertThat(guesses.keySet()).as("what came in").noneMatch(name -> name.contains("arrival"));
        guesses.forEach((name, guess) -> assertThat(guess.upperBound())
                .as("%s, units of %d, %s: advantage %.4f", name, crowd.size(), state, guess.advantage())
                .isLessThanOrEqualTo(bound));
    }

    private void close(Crowd crowd) {
        var past = Instant.now().minusSeconds(1);
        var windows = Stream.of("iit", "eit")
                .map(step -> new StepWindow(step, past.minusSeconds(3600), past))
                .toList();
        new Office(world, crowd.round(), "").redate(windows, List.of()).block();
        AssessmentWorld.eventually(
                "all pools are drained",
                () -> world.one(
                                "responses",
                                Long.class,
                                "select count(*) from pool where not drained and round = '" + crowd.round() + "'")
                        == 0);
    }

    private void told(Crowd crowd, Attack attack) throws EventJson.Unreadable {
        int people = crowd.units().size() * crowd.size();
        var records = world.told(
                Topic.RESPONSES,
                record -> crowd.units().containsKey(record.key()),
                found -> found.size() >= crowd.units().size());
        int told = 0;
        for (var record : records) {
            assertThat(record.timestamp() % 86_400_000).isZero();
            var release = EventJson.read(ResponsesReleased.class, record.value());
            told += release.added().size();
            attack.told(
                    "told",
                    record.key(),
                    release.added().stream().map(Answered::answers).toList());
        }
        assertThat(told).isEqualTo(people);
    }

    private record Names(Set<String> forbidden) {

        boolean matches(String line) {
            return line.contains("proof-") || knows(line);
        }

        /** A record may name its unit, but nobody in it. */
        boolean told(ConsumerRecord<String, String> record) {
            var headers = Stream.of(record.headers().toArray())
                    .map(header -> header.key() + " " + new String(header.value(), StandardCharsets.UTF_8));
            return Stream.concat(Stream.of(record.key(), record.value()), headers)
                    .filter(Objects::nonNull)
                    .anyMatch(this::knows);
        }

        private boolean knows(String text) {
            return Stream.of(text.split("[^A-Za-z0-9_-]+")).anyMatch(forbidden::contains);
        }
    }

    private static Names names(List<Crowd> crowds) {
        return new Names(crowds.stream()
                .flatMap(crowd -> crowd.units().values().stream()
                        .flatMap(List::stream)
                        .flatMap(person -> crowd.secrets(person).stream()))
                .collect(Collectors.toCollection(HashSet::new)));
    }

    private String meters() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(world.managementUrl() + "/actuator/prometheus"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
