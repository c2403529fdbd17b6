package org.prongsai.assessment.amendment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.framework.FrameworkRef;
import org.prongsai.assessment.round.Amended;
import org.prongsai.contracts.assessment.RoundReframed;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.contracts.assessment.RoundState.Erratum;
import org.prongsai.methodology.diff.Change;
import org.prongsai.methodology.diff.FrameworkDiff;
import org.prongsai.methodology.diff.Meaning;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.web.Fault;
import tools.jackson.databind.JsonNode;

/**
 * Decides whether a round may use a newer version of its framework: before the first answer any that fits its calendar
 * and keeps what may have been filed; afterwards only an erratum, a version that scores alike and means the same.
 */
final class Move {

    private static final int LONGEST_REASON = 500;

    /** As somebody wrote it down. */
    record Request(@Nullable String framework, @Nullable String reason) {}

    private final RoundState before;
    private final Moment moment;
    private final List<Fault> faults = new ArrayList<>();

    private Move(RoundState before, Moment moment) {
        this.before = before;
        this.moment = moment;
    }

    /**
     * @param from the round's framework
     * @param to the one the request names, if it exists
     */
    static Amended of(RoundState before, Request request, Framework from, Optional<Framework> to, Moment moment) {
        var move = new Move(before, moment);
        String reason = move.reason(request);
        if (request.framework() != null && FrameworkRef.of(request.framework()).isEmpty()) {
            // A bare name would mean whichever version is the newest by the time this is read.
            move.fault("bad-ref", "name@n: one version of the framework", request.framework());
        } else {
            to.ifPresentOrElse(
                    version -> move.judge(from, version),
                    () -> move.fault("unknown-framework", "name@version of a framework", request.framework()));
        }
        if (!move.faults.isEmpty() || to.get().equals(from)) return new Amended(before, List.of(), move.faults);
        var after = move.after(ref(to.get()), reason);
        return new Amended(after, List.of(new RoundReframed(after, before.framework(), reason)), List.of());
    }

    private RoundState after(String ref, String reason) {
        var fresh = moment.answered()
                ? Stream.of(new Erratum(before.framework(), ref, moment.today(), reason))
                : Stream.<Erratum>empty();
        return before.withFramework(
                ref, Stream.concat(before.errata().stream(), fresh).toList());
    }

    private String reason(Request request) {
        String reason = Objects.requireNonNullElse(request.reason(), "");
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            faults.add(new Fault("/reason", "invalid-reason", "1 to " + LONGEST_REASON + " letters", reason.length()));
        }
        return reason;
    }

    private void judge(Framework from, Framework to) {
        if (to.equals(from)) return;
        if (!to.name().equals(from.name())) {
            fault("other-framework", "a version of " + from.name(), ref(to));
        } else if (number(to) <= number(from)) {
            fault("not-newer", "a version after " + ref(from), ref(to));
        } else if (moment.answered()) {
            alike(from, to);
        } else {
            fits(from, to);
            if (moment.filing()) faults.addAll(Filed.faults(from, to));
        }
    }

    private void alike(Framework from, Framework to) {
        FrameworkDiff.of(from, to)
                .beyondWords()
                .forEach(each -> fault("changes-scoring", said(each, each.before()), said(each, each.after())));
        Meaning.changes(from, to)
                .forEach(each -> fault("changes-meaning", said(each, each.before()), said(each, each.after())));
    }

    private static String said(Change change, @Nullable JsonNode side) {
        return change.path() + ": " + (side == null ? "absent" : side.isValueNode() ? side.asString() : "there");
    }

    private void fits(Framework from, Framework to) {
        if (!to.k().allows(before.k())) {
            fault("group-size", "a version that allows the round's k of " + before.k(), to.k());
        }
        var surveys = surveys(to);
        surveys.stream()
                .filter(survey ->
                        before.windows().stream().noneMatch(w -> w.step().equals(survey)))
                .forEach(survey -> fault("missing-step", "a window for " + survey + " in the round's calendar", null));
        surveys(from).stream()
                .filter(survey -> !surveys.contains(survey))
                .forEach(survey -> fault("survey-dropped", "the survey " + survey, surveys));
    }

    private void fault(String reason, Object expected, @Nullable Object actual) {
        faults.add(new Fault("/framework", reason, expected, actual));
    }

    private static List<String> surveys(Framework framework) {
        return framework.instruments().stream()
                .filter(instrument -> !instrument.marked())
                .map(Instrument::code)
                .toList();
    }

    private static String ref(Framework framework) {
        return Objects.requireNonNull(framework.ref());
    }

    private static int number(Framework framework) {
        return FrameworkRef.of(ref(framework)).orElseThrow().version();
    }
}
