package org.prongsai.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may do one operation: everyone, everyone signed in, or some roles; and whether publication opens it to everyone. */
record Audience(Set<Role> roles, boolean open, boolean opensWhenPublished, boolean narrowing, boolean anyRole) {

    Audience {
        roles = Set.copyOf(roles);
    }

    static Audience everyone() {
        return new Audience(EnumSet.allOf(Role.class), true, false, false, true);
    }

    /** Whoever has said who they are, with any role or none. */
    static Audience signedIn() {
        return new Audience(EnumSet.allOf(Role.class), false, false, false, true);
    }

    static Audience only(Role... roles) {
        return new Audience(Set.of(roles), false, false, false, false);
    }

    static Audience untilPublication(Role... roles) {
        return new Audience(Set.of(roles), false, true, false, false);
    }

    /** The path names no agency; the endpoint itself shows a scoped role its own agencies only. */
    Audience narrowed() {
        return new Audience(roles, open, opensWhenPublished, true, anyRole);
    }

    /** Whether the agency's place in the tree can change the answer for this caller. */
    boolean asksPath(Caller caller) {
        return !open
                && !anyRole
                && !narrowing
                && roles.stream().noneMatch(role -> caller.has(role) && !role.scoped())
                && roles.stream().anyMatch(role -> caller.has(role) && role.scoped());
    }

    /** Empty when let through; path is root … agency, or empty where the address names no agency. */
    Optional<Problem> refuse(Caller caller, List<String> path) {
        if (open) return Optional.empty();
        if (caller.anonymous()) return Optional.of(Problem.notSignedIn());
        if (anyRole) return Optional.empty();
        var mine = roles.stream().filter(caller::has).toList();
        if (mine.isEmpty()) return Optional.of(notYours("/roles", "role-needed", codes(roles), codes(caller.roles())));
        if (narrowing || mine.stream().anyMatch(role -> !role.scoped()) || caller.covers(path)) return Optional.empty();
        return Optional.of(
                notYours("/agency", "outside-your-agencies", caller.agencies(), path.isEmpty() ? "" : path.getLast()));
    }

    /** In words, for the API description. */
    String sentence() {
        if (open) return "For everyone.";
        if (anyRole) return "For everyone who is signed in.";
        var who = "For " + String.join(", ", codes(roles));
        return opensWhenPublished ? who + "; for everyone once the round is published." : who + ".";
    }

    private static Problem notYours(String pointer, String reason, Object expected, Object actual) {
        return Problem.of(ProblemType.NOT_YOURS).with(List.of(new Fault(pointer, reason, expected, actual)));
    }

    private static List<String> codes(Set<Role> roles) {
        return roles.stream().sorted().map(Role::code).toList();
    }
}
