package org.prongsai.assessment.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Secret;
import org.prongsai.assessment.Unit;
import org.prongsai.assessment.traffic.Pressure;

class PuzzlesTest {

    private static final Instant NOW = Instant.parse("2026-11-26T03:04:05Z");
    private static final Instant EXPIRES = NOW.plus(Duration.ofMinutes(20));
    private static final Venue VENUE = new Venue(new Unit("round-a", "imm-chiangmai"), "eit");

    private final Random random = new Random(5);
    private final Puzzles puzzles = new Puzzles(new Secret(new byte[32]));

    @Test
    void a_solution_is_worth_something_until_the_puzzle_expires() {
        var puzzle = puzzle();
        var text = Solver.solve(puzzle);
        var proof = puzzles.judge(text, VENUE, NOW);
        assertThat(proof.good()).isTrue();
        assertThat(proof.challenge()).isEqualTo(puzzle.challenge());
        assertThat(proof.expires()).isEqualTo(EXPIRES);
        assertThat(puzzles.judge(text, VENUE, EXPIRES.minusNanos(1)).good()).isTrue();
        assertThat(puzzles.judge(text, VENUE, EXPIRES).reasons()).containsExactly("expired");
    }

    @Test
    void it_is_worth_nothing_for_another_agency_round_or_survey() {
        var text = Solver.solve(puzzle());
        for (var other : List.of(
                new Venue(new Unit("round-a", "imm-nongkhai"), "eit"),
                new Venue(new Unit("round-b", "imm-chiangmai"), "eit"),
                new Venue(new Unit("round-a", "imm-chiangmai"), "iit")))
            assertThat(puzzles.judge(text, other, NOW).reasons()).containsExactly("other-place");
        assertThat(puzzles.judge(text, new Venue(new Unit("x", "y"), "eit"), EXPIRES)
                        .reasons())
                .containsExactly("expired", "other-place");
    }

    @Test
    void what_was_changed_about_it_makes_it_wrong() {
        var puzzle = puzzle();
        int number = Solver.number(puzzle);
        var later = puzzle.salt().replace("expires=" + EXPIRES.getEpochSecond(), "expires=1999999999");
        var elsewhere = puzzle.salt().replace("imm-chiangmai", "imm-nongkhai");
        for (var wrong : List.of(
                Solver.payload(puzzle, number + 1),
                Solver.payload(new Puzzle("SHA-256", puzzle.challenge(), 9, later, puzzle.signature()), number),
                Solver.payload(new Puzzle("SHA-256", puzzle.challenge(), 9, elsewhere, puzzle.signature()), number),
                Solver.payload(new Puzzle("SHA-256", puzzle.challenge(), 9, puzzle.salt(), "00"), number)))
            assertThat(puzzles.judge(wrong, VENUE, NOW).reasons()).containsExactly("wrong");
        var foreign = new Puzzles(new Secret("another key, of thirty-two bytes".getBytes(StandardCharsets.UTF_8)))
                .make(VENUE, 100, EXPIRES, random);
        assertThat(puzzles.judge(Solver.solve(foreign), VENUE, NOW).reasons()).containsExactly("wrong");
    }

    /** The number may not eat the end of the salt: that would be another time, or the same puzzle once more. */
    @Test
    void no_letter_moves_between_salt_and_number() {
        var puzzle = puzzle();
        int number = Solver.number(puzzle);
        for (var salt : List.of(
                puzzle.salt() + "1",
                puzzle.salt() + "&",
                puzzle.salt().substring(0, puzzle.salt().length() - 1),
                puzzle.salt().replaceFirst("(expires=\\d+)\\d&", "$1&")))
            assertThat(puzzles.judge(
                                    Solver.payload(
                                            new Puzzle("SHA-256", puzzle.challenge(), 9, salt, puzzle.signature()),
                                            number),
                                    VENUE,
                                    NOW)
                            .good())
                    .isFalse();
    }

    @Test
    void what_is_no_solution_at_all_is_malformed() {
        var puzzle = puzzle();
        for (var text : List.of(
                "",
                "not base64!",
                base64("{"),
                base64("null"),
                base64("[]"),
                base64("{}"),
                base64(
                        "{\"algorithm\":\"SHA-256\",\"challenge\":\"00\",\"number\":\"x\",\"salt\":\"\",\"signature\":\"\"}"),
                base64("{\"algorithm\":\"SHA-256\",\"challenge\":null,\"number\":1,\"salt\":\"" + puzzle.salt()
                        + "\",\"signature\":\"00\"}"),
                Solver.payload(new Puzzle("SHA-1", puzzle.challenge(), 9, puzzle.salt(), puzzle.signature()), 1),
                Solver.payload(new Puzzle("SHA-256", puzzle.challenge(), 9, "salt", puzzle.signature()), 1),
                "A".repeat(100_000)))
            assertThat(puzzles.judge(text, VENUE, NOW).reasons()).as(text).containsExactly("malformed");
    }

    @Test
    void no_two_puzzles_are_alike_and_none_asks_for_more_than_it_says() {
        var seen = new HashSet<String>();
        for (int n = 0; n < 200; n++) {
            var puzzle = puzzles.make(VENUE, 300, EXPIRES, random);
            assertThat(seen.add(puzzle.challenge())).isTrue();
            assertThat(puzzle.maxnumber()).isEqualTo(300);
            assertThat(Solver.number(puzzle)).isBetween(0, 300);
        }
    }

    @Test
    void the_hardest_puzzle_costs_the_unluckiest_phone_two_seconds_and_each_step_before_it_half() {
        var settings = settings("A".repeat(43), 12_000);
        assertThat(settings.numbers(Pressure.STEPS)).isEqualTo(24_000);
        assertThat(settings.numbers(3)).isEqualTo(12_000);
        assertThat(settings.numbers(1)).isEqualTo(3_000);
    }

    @Test
    void settings_name_the_key_that_is_wrong_and_no_secret() {
        for (var key : new String[] {null, " ", "secret*", "c2VjcmV0"})
            assertThatThrownBy(() -> settings(key, 12_000))
                    .hasMessageContaining("prongsai.challenges.key is ")
                    .hasMessageContaining("PRONGSAI_SECRETS")
                    .hasMessageNotContaining("c2VjcmV0")
                    .hasMessageNotContaining("secret*");
        assertThatThrownBy(() -> settings("A".repeat(43), 10)).hasMessageContaining("prongsai.challenges.hashes is 10");
        assertThatThrownBy(() ->
                        new ChallengeSettings("A".repeat(43), Duration.ofSeconds(1), 12_000, Duration.ofSeconds(2)))
                .hasMessageContaining("prongsai.challenges.expires is PT1S");
        assertThat(settings("A".repeat(43), 12_000).toString()).doesNotContain("AAA");
    }

    private static ChallengeSettings settings(String key, int hashes) {
        return new ChallengeSettings(key, Duration.ofMinutes(20), hashes, Duration.ofSeconds(2));
    }

    private Puzzle puzzle() {
        return puzzles.make(VENUE, 500, EXPIRES, random);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
