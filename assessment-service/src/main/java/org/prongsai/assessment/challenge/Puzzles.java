package org.prongsai.assessment.challenge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.altcha.altcha.Altcha;
import org.altcha.altcha.Altcha.Algorithm;
import org.altcha.altcha.Altcha.ChallengeOptions;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.Secret;
import org.prongsai.contracts.EventJson;
import tools.jackson.core.JacksonException;

/** Makes puzzles and judges their solutions, without keeping any. */
final class Puzzles {

    private static final int SALT_BYTES = 12;
    private static final int LONGEST = 2000;

    /** As {@link #salt} writes it. Its last letter keeps the number from running into what stands before it. */
    private static final Pattern SALT =
            Pattern.compile("[0-9a-f]{24}\\?expires=(\\d{1,12})&round=([^&]*)&agency=([^&]*)&instrument=([^&]*)&");

    private final String key;

    Puzzles(Secret secret) {
        key = HexFormat.of().formatHex(secret.derive("altcha"));
    }

    /** @param numbers that must be tried at worst */
    Puzzle make(Venue venue, int numbers, Instant expires, RandomGenerator random) {
        try {
            var made = Altcha.createChallenge(new ChallengeOptions()
                    .setAlgorithm(Algorithm.SHA256)
                    .setHmacKey(key)
                    .setMaxNumber((long) numbers)
                    .setNumber((long) random.nextInt(numbers + 1))
                    .setSalt(salt(venue, expires, random)));
            return new Puzzle(made.algorithm, made.challenge, numbers, made.salt, made.signature);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String salt(Venue venue, Instant expires, RandomGenerator random) {
        var luck = new byte[SALT_BYTES];
        random.nextBytes(luck);
        return "%s?expires=%d&round=%s&agency=%s&instrument=%s&"
                .formatted(
                        HexFormat.of().formatHex(luck),
                        expires.getEpochSecond(),
                        venue.unit().round(),
                        venue.unit().agency(),
                        venue.instrument());
    }

    /** A solution as ALTCHA writes it, in JSON; what else it says does not matter. */
    private record Solution(
            @Nullable String algorithm,
            @Nullable String challenge,
            @Nullable Long number,
            @Nullable String salt,
            @Nullable String signature) {

        Altcha.Payload payload() {
            var payload = new Altcha.Payload();
            payload.algorithm = algorithm;
            payload.challenge = challenge;
            payload.number = number;
            payload.salt = salt;
            payload.signature = signature;
            return payload;
        }
    }

    /** @param text the solution's JSON in base64 */
    Proof judge(String text, Venue venue, Instant now) {
        var solution = read(text);
        var salt = solution.map(Solution::salt).flatMap(Puzzles::salt);
        if (salt.isEmpty()) {
            return Proof.refused("malformed");
        }
        return solves(solution.get()) ? judged(solution.get(), salt.get(), venue, now) : Proof.refused("wrong");
    }

    private static Proof judged(Solution solution, MatchResult salt, Venue venue, Instant now) {
        var expires = Instant.ofEpochSecond(Long.parseLong(salt.group(1)));
        var reasons = new ArrayList<String>();
        if (!now.isBefore(expires)) {
            reasons.add("expired");
        }
        if (!List.of(venue.unit().round(), venue.unit().agency(), venue.instrument())
                .equals(List.of(salt.group(2), salt.group(3), salt.group(4)))) {
            reasons.add("other-place");
        }
        return new Proof(String.valueOf(solution.challenge()), expires, reasons);
    }

    private static Optional<Solution> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var json = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
            return Optional.ofNullable(EventJson.MAPPER.readValue(json, Solution.class))
                    .filter(solution -> Algorithm.SHA256.getName().equals(solution.algorithm())
                            && solution.challenge() != null
                            && solution.number() != null
                            && solution.signature() != null);
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<MatchResult> salt(String salt) {
        var found = SALT.matcher(salt);
        return found.matches() ? Optional.of(found.toMatchResult()) : Optional.empty();
    }

    /** Its time is judged by ours, not by the library's clock. */
    private boolean solves(Solution solution) {
        try {
            return Altcha.verifySolution(solution.payload(), key, false);
        } catch (Exception foreign) {
            return false;
        }
    }
}
