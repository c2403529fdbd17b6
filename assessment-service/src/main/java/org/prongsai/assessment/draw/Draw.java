package org.prongsai.assessment.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.letter.Address;
import org.prongsai.web.Fault;
import org.prongsai.web.Language;

/**
 * One giving out of invitations, as it was asked for.
 *
 * @param count how many slips or visits; 0 where people are named
 * @param people subjects of the official sign-in, or addresses; empty for slips and visits
 * @param language of the letters
 */
public record Draw(String instrument, Channel channel, int count, List<String> people, Language language) {

    private static final int LONGEST_SUBJECT = 255;

    /** As somebody wrote it down. */
    record Request(
            @Nullable String instrument,
            @Nullable Integer count,
            @Nullable String channel,
            @Nullable List<String> people,
            @Nullable String language) {}

    /** Everything wrong with a request by itself. */
    static List<Fault> faults(Request request, int most) {
        var faults = new ArrayList<Fault>();
        if (request.instrument() == null) {
            faults.add(new Fault("/instrument", "missing", "iit or eit", null));
        }
        var channel = Channel.of(Objects.requireNonNullElse(request.channel(), Channel.SLIPS.code()));
        if (channel.isEmpty()) {
            faults.add(new Fault("/channel", "unknown-channel", Channel.codes(), request.channel()));
            return faults;
        }
        faults.addAll(channel.get() == Channel.SLIPS ? faultsOfSlips(request, most) : faultsOfPeople(request, most));
        if (request.language() != null && channel.get() != Channel.MESSAGE) {
            faults.add(new Fault("/language", "only-for-messages", "channel message", request.language()));
        } else if (language(request).isEmpty()) {
            faults.add(new Fault("/language", "unknown-language", List.of("th", "en"), request.language()));
        }
        return faults;
    }

    private static Optional<Language> language(Request request) {
        var code = Objects.requireNonNullElse(request.language(), Language.TH.code());
        return Arrays.stream(Language.values())
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    private static List<Fault> faultsOfSlips(Request request, int most) {
        var faults = new ArrayList<Fault>();
        if (request.people() != null) {
            faults.add(new Fault("/people", "not-for-slips", "channel sign-in or message, which name people", null));
        }
        if (request.count() == null) {
            faults.add(new Fault("/count", "missing", "from 1 to " + most, null));
        } else if (request.count() < 1 || request.count() > most) {
            faults.add(new Fault("/count", "out-of-range", "from 1 to " + most, request.count()));
        }
        return faults;
    }

    private static List<Fault> faultsOfPeople(Request request, int most) {
        var faults = new ArrayList<Fault>();
        if (request.count() != null) {
            faults.add(new Fault("/count", "not-for-people", "channel slips, which counts", request.count()));
        }
        var people = Objects.requireNonNullElse(request.people(), List.<String>of());
        if (people.isEmpty() || people.size() > most) {
            faults.add(new Fault("/people", "out-of-range", "from 1 to " + most + " people", people.size()));
            return faults;
        }
        boolean mailed = Channel.MESSAGE.code().equals(request.channel());
        var places = new HashMap<String, Integer>();
        IntStream.range(0, people.size()).forEach(i -> {
            String person = people.get(i);
            var earlier = places.putIfAbsent(mailed ? Address.mailbox(person) : person, i);
            if (!(mailed ? Address.good(person) : goodSubject(person))) {
                faults.add(new Fault("/people/" + i, "wrong-value", expected(mailed), null));
            } else if (earlier != null) {
                faults.add(new Fault(
                        "/people/" + i, "duplicate-person", "each once; this one is /people/" + earlier, null));
            }
        });
        return faults;
    }

    private static boolean goodSubject(String subject) {
        return !subject.isBlank() && subject.length() <= LONGEST_SUBJECT;
    }

    private static String expected(boolean mailed) {
        return mailed
                ? "an e-mail address as name@agency.go.th"
                : "a subject of 1 to " + LONGEST_SUBJECT + " characters";
    }

    /** A request without faults. */
    static Draw of(Request request) {
        var channel = Channel.of(Objects.requireNonNullElse(request.channel(), Channel.SLIPS.code()))
                .orElseThrow();
        return new Draw(
                Objects.requireNonNull(request.instrument()),
                channel,
                Objects.requireNonNullElse(request.count(), 0),
                Objects.requireNonNullElse(request.people(), List.of()),
                language(request).orElseThrow());
    }

    /** For so many visits of service users. */
    public static Draw visits(String instrument, int sample) {
        return new Draw(instrument, Channel.VISITS, sample, List.of(), Language.TH);
    }

    /** Invitations that it adds. */
    int size() {
        return count + people.size();
    }

    /**
     * Why so many more cannot be given out.
     *
     * @param people registered who may answer
     * @param out invitations given out before
     */
    List<Fault> beyond(int people, int out) {
        if (out + (long) size() <= people) {
            return List.of();
        }
        return List.of(new Fault(
                channel.field(),
                "more-than-registered",
                "at most %d: %d registered, %d given out".formatted(Math.max(0, people - out), people, out),
                size()));
    }

    @Override
    public String toString() {
        return "Draw[…]";
    }
}
