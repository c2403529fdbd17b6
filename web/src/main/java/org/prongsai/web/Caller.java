package org.prongsai.web;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is asking, by the claims of the token alone: subject, roles and the subtrees those roles may act in. */
public record Caller(String sub, Set<Role> roles, List<String> agencies) {
    public static final Caller ANONYMOUS = new Caller("", Set.of(), List.of());

    public Caller {
        roles = Set.copyOf(roles);
        agencies = List.copyOf(agencies);
    }

    /** Roles we do not know are ignored: a token may carry other platforms' roles too. */
    static Caller of(String sub, Collection<String> roles, List<String> agencies) {
        var known = roles.stream().map(Role::of).flatMap(Optional::stream).collect(Collectors.toSet());
        return new Caller(sub, known, agencies);
    }

    public boolean anonymous() {
        return sub.isEmpty();
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether one of the caller's agencies is on the way from the root to this agency, itself included. */
    public boolean covers(List<String> path) {
        return agencies.stream().anyMatch(path::contains);
    }
}
