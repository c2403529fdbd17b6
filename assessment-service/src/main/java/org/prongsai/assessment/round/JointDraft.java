package org.prongsai.assessment.round;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.assessment.round.RoundRequest.Together;
import org.prongsai.contracts.assessment.RoundState.Joint;
import org.prongsai.web.Fault;

/**
 * Which units are assessed together as the round's state holds it, and everything that was wrong with what somebody
 * wrote down: every unit takes part, is a neighbour of its lead, and is named once.
 */
public final class JointDraft {

    private static final int MOST_GROUPS = 200;
    private static final int MOST_MEMBERS = 10;
    private static final int LONGEST_REASON = 500;

    private final List<Joint> joint = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Agency> register;
    private final Predicate<Agency> participant;
    private final Set<String> leads;
    private final Set<String> named = new HashSet<>();

    private JointDraft(List<Together> groups, Map<String, Agency> register, Predicate<Agency> participant) {
        this.register = register;
        this.participant = participant;
        this.leads = groups.stream()
                .flatMap(group -> Stream.ofNullable(group.agency()))
                .collect(Collectors.toSet());
    }

    /**
     * @param register those of the agencies it names that exist
     * @param participant whether an agency takes part in the round, if it is not joined to another one
     */
    public static JointDraft of(
            @Nullable List<Together> written, Map<String, Agency> register, Predicate<Agency> participant) {
        var groups = Objects.requireNonNullElse(written, List.<Together>of());
        var draft = new JointDraft(groups, register, participant);
        if (groups.size() > MOST_GROUPS) {
            draft.faults.add(new Fault("/joint", "too-many", "at most " + MOST_GROUPS, groups.size()));
        }
        int i = 0;
        for (var group : groups) draft.read("/joint/" + i++, group);
        return draft;
    }

    /** To be used only if there are no faults. */
    public List<Joint> joint() {
        return joint;
    }

    public List<Fault> faults() {
        return faults;
    }

    private void read(String at, Together group) {
        String agency = Objects.requireNonNullElse(group.agency(), "");
        var with = Objects.requireNonNullElse(group.with(), List.<String>of());
        unit(at + "/agency", agency);
        if (with.isEmpty()) {
            faults.add(new Fault(at + "/with", "missing", "at least one unit beside the lead", null));
        }
        if (with.size() > MOST_MEMBERS) {
            faults.add(new Fault(at + "/with", "too-many", "at most " + MOST_MEMBERS, with.size()));
        }
        int i = 0;
        for (var member : with) member(at + "/with/" + i++, member, agency);
        String reason = Objects.requireNonNullElse(group.reason(), "");
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            faults.add(new Fault(
                    at + "/reason", "invalid-reason", "1 to " + LONGEST_REASON + " letters", reason.length()));
        }
        joint.add(new Joint(agency, with, reason));
    }

    private void member(String at, String agency, String lead) {
        if (leads.contains(agency)) {
            faults.add(new Fault(at, "is-lead", "a unit with which no other is assessed", agency));
        } else if (unit(at, agency) && register.containsKey(lead) && !neighbours(agency, lead)) {
            faults.add(new Fault(
                    at,
                    "not-neighbours",
                    "a unit beside " + lead + ", directly above it or directly below it",
                    agency));
        }
    }

    /** Of the same parent, or one the parent of the other: what people who work together would call one place. */
    private boolean neighbours(String one, String other) {
        var first = Objects.requireNonNull(register.get(one)).path();
        var second = Objects.requireNonNull(register.get(other)).path();
        return above(first).equals(above(second)) || above(first).equals(second) || first.equals(above(second));
    }

    private static List<String> above(List<String> path) {
        return path.subList(0, path.size() - 1);
    }

    /** Whether it may be there. */
    private boolean unit(String at, String agency) {
        int before = faults.size();
        var found = register.get(agency);
        if (found == null) {
            faults.add(new Fault(at, "unknown-agency", "an agency of the register", agency));
        } else if (!participant.test(found)) {
            faults.add(new Fault(at, "not-participating", "a unit of the round's participants", agency));
        } else if (!named.add(agency)) {
            faults.add(new Fault(at, "named-twice", "each unit once", agency));
        }
        return faults.size() == before;
    }
}
