package org.prongsai.assessment.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.contracts.assessment.Participants;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.GroupSize;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.web.Fault;

/** Makes a round of what somebody wrote down, or names every fault. */
final class RoundDraft {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final int LONGEST_TITLE = 200;
    private static final Map<String, String> DEFAULT_RELEASE = Map.of("iit", "close", "eit", "live");
    private static final List<String> RELEASES = List.of("live", "close");

    private final List<Fault> faults = new ArrayList<>();
    private final RoundRequest request;
    private final Map<String, Agency> register;

    private RoundDraft(RoundRequest request, Map<String, Agency> register) {
        this.request = request;
        this.register = register;
    }

    /** Either the state of the round or everything that is wrong. */
    record Drafted(Optional<RoundState> state, List<Fault> faults) {}

    /**
     * @param framework the one the request names, if it exists
     * @param register those of the agencies the request names that exist
     */
    static Drafted of(RoundRequest request, Optional<Framework> framework, Map<String, Agency> register) {
        return new RoundDraft(request, register).read(framework);
    }

    private Drafted read(Optional<Framework> framework) {
        var surveys = framework.stream().flatMap(RoundDraft::surveys).toList();
        String ref = framework.map(Framework::ref).orElse("");
        if (ref.isEmpty()) {
            faults.add(
                    new Fault("/framework", "unknown-framework", "name@version of a framework", request.framework()));
        }
        var calendar = calendar(surveys);
        var participants = participants();
        var state = new RoundState(
                slug(),
                title(),
                ref,
                participants,
                k(framework.map(Framework::k).orElse(GroupSize.USUAL)),
                release(surveys),
                Boolean.TRUE.equals(request.synthetic()),
                calendar.windows(),
                calendar.overrides(),
                Boolean.TRUE.equals(request.rehearsal()),
                List.of(),
                List.of());
        var joined = state.withJoint(joint(state));
        faults.addAll(calendar.joined(joined));
        return new Drafted(faults.isEmpty() ? Optional.of(joined) : Optional.empty(), faults);
    }

    private static java.util.stream.Stream<String> surveys(Framework framework) {
        return framework.instruments().stream().filter(i -> !i.marked()).map(Instrument::code);
    }

    /** Of participants that nobody knows nobody can say who is one. */
    private List<RoundState.Joint> joint(RoundState state) {
        boolean known = register.containsKey(state.participants().parent());
        var draft = JointDraft.of(request.joint(), register, agency -> !known || state.covers(agency.candidate()));
        faults.addAll(draft.faults());
        return draft.joint();
    }

    private CalendarDraft calendar(List<String> surveys) {
        var calendar = CalendarDraft.of(request.calendar(), request.overrides(), register::containsKey);
        faults.addAll(calendar.faults());
        // A calendar that cannot be read has no windows; only one that can be read lacks some.
        if (calendar.faults().isEmpty() && calendar.windows().isEmpty()) {
            faults.add(new Fault("/calendar", "missing", "a window for each survey", null));
            return calendar;
        }
        surveys.stream()
                .filter(s -> calendar.faults().isEmpty())
                .filter(s -> calendar.windows().stream().noneMatch(w -> w.step().equals(s)))
                .forEach(s -> faults.add(new Fault("/calendar", "missing-step", "a window for " + s, null)));
        return calendar;
    }

    private String slug() {
        String round = Objects.requireNonNullElse(request.round(), "");
        if (!SLUG.matcher(round).matches() || round.length() > 60) {
            faults.add(new Fault("/round", "invalid-slug", "small letters, digits and hyphens, at most 60", round));
        }
        return round;
    }

    private Map<String, String> title() {
        var title = new TreeMap<>(Objects.requireNonNullElse(request.title(), Map.<String, String>of()));
        for (String language : List.of("th", "en")) {
            if (title.getOrDefault(language, "").isBlank()) {
                faults.add(new Fault("/title/" + language, "missing", "a title in this language", null));
            }
        }
        title.forEach((language, text) -> {
            if (!LANGUAGE.matcher(language).matches()) {
                faults.add(new Fault("/title", "unknown-language", "a code like th, en or lo", language));
            }
            if (text.length() > LONGEST_TITLE) {
                faults.add(new Fault(
                        "/title/" + language, "too-long", "at most " + LONGEST_TITLE + " characters", text.length()));
            }
        });
        return title;
    }

    private Participants participants() {
        RoundRequest.@Nullable Who who = request.participants();
        String parent = who == null ? "" : Objects.requireNonNullElse(who.parent(), "");
        if (!register.containsKey(parent)) {
            faults.add(new Fault("/participants/parent", "unknown-agency", "an agency of the register", parent));
        }
        List<String> types = who == null ? List.of() : Objects.requireNonNullElse(who.types(), List.<String>of());
        for (int i = 0; i < types.size(); i++) {
            if (!Agency.TYPES.contains(types.get(i))) {
                faults.add(new Fault("/participants/types/" + i, "unknown-type", Agency.TYPES, types.get(i)));
            }
        }
        return new Participants(parent, types);
    }

    /** Within the framework's bounds; the usual ones while it is unknown. */
    private int k(GroupSize bounds) {
        int k = Objects.requireNonNullElse(request.k(), bounds.usual());
        if (!bounds.allows(k)) {
            faults.add(new Fault("/k", "out-of-range", "from " + bounds.least() + " to " + bounds.largest(), k));
        }
        return k;
    }

    private Map<String, String> release(List<String> surveys) {
        var release = new TreeMap<>(DEFAULT_RELEASE);
        Objects.requireNonNullElse(request.release(), Map.<String, String>of()).forEach((instrument, when) -> {
            if (!surveys.isEmpty() && !surveys.contains(instrument)) {
                faults.add(new Fault("/release/" + instrument, "unknown-instrument", surveys, instrument));
            } else if (!RELEASES.contains(when)) {
                faults.add(new Fault("/release/" + instrument, "unknown-release", RELEASES, when));
            } else {
                release.put(instrument, when);
            }
        });
        return release;
    }
}
