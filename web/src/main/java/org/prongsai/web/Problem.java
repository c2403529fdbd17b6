package org.prongsai.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A refusal as a value: what kind, which words fill its sentence, the faults found up to a bound, and the headers that go with it. */
public record Problem(ProblemType type, List<String> words, List<Fault> faults, Map<String, String> headers) {

    private static final int SHOWN = 100;
    private static final int SHOWN_OF_FILES = 1000;

    public Problem {
        words = List.copyOf(words);
        faults = shown(faults, type == ProblemType.INVALID_FILE ? SHOWN_OF_FILES : SHOWN);
        headers = Map.copyOf(headers);
    }

    /** The words fill {0}, {1} … of the type's detail sentence in {@code problems_*.properties}. */
    public static Problem of(ProblemType type, Object... words) {
        return new Problem(type, List.of(words).stream().map(String::valueOf).toList(), List.of(), Map.of());
    }

    public static Problem of(ProblemType type, List<Fault> faults) {
        return of(type, faults.size()).with(faults);
    }

    public static Problem invalidRequest(Fault fault) {
        return of(ProblemType.INVALID_REQUEST, List.of(fault));
    }

    /** Nothing of this kind has this name: {@code notFound("agency", "imm-nowhere")}. */
    public static Problem notFound(String kind, String name) {
        return of(ProblemType.NOT_FOUND, name).with(List.of(new Fault("/" + kind, "unknown-" + kind, null, name)));
    }

    /** In this round the unit is assessed as part of another one, the lead: whoever asks for it is led there. */
    public static Problem assessedJointly(String round, String agency, String lead) {
        String path = pathOf(round, lead);
        return of(ProblemType.ASSESSED_JOINTLY, agency, lead, path)
                .with(List.of(new Fault("/agency", "assessed-jointly", path, agency)));
    }

    /** Where everything of a unit in a round begins. */
    public static String pathOf(String round, String agency) {
        return "/api/v1/rounds/" + round + "/agencies/" + agency;
    }

    /** Nobody has said who they are; the header is the one thing every 401 must carry. */
    static Problem notSignedIn() {
        return of(ProblemType.NOT_SIGNED_IN).header("WWW-Authenticate", "Bearer");
    }

    /** Somebody said who they are, with a token that is not ours or no longer good. */
    static Problem tokenRefused() {
        return of(ProblemType.NOT_SIGNED_IN).header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    public static Problem unavailable() {
        return of(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(5));
    }

    public static Problem busy(Duration wait) {
        return of(ProblemType.BUSY).retryAfter(wait);
    }

    public Problem with(List<Fault> faults) {
        return new Problem(type, words, faults, headers);
    }

    public Problem header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(type, words, faults, more);
    }

    public Problem retryAfter(Duration wait) {
        return header("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
    }

    /** For {@code throw} and {@code Mono.error}: how a refusal leaves an endpoint. */
    public Refusal refusal() {
        return new Refusal(this);
    }

    public int status() {
        return type.status();
    }

    /** So many and one that counts the rest: a small request must not have a large answer. */
    private static List<Fault> shown(List<Fault> faults, int most) {
        if (faults.size() <= most + 1) return List.copyOf(faults);
        var more = new Fault("", "more-faults", null, faults.size() - most);
        return Stream.concat(faults.stream().limit(most), Stream.of(more)).toList();
    }
}
