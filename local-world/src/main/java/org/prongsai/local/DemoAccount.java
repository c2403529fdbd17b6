package org.prongsai.local;

import java.util.List;
import java.util.Optional;

/** One of the accounts that everybody may use on a machine of their own: a client for scripts and a user for the browser. */
record DemoAccount(String name, List<String> roles, List<String> agencies) {

    static final List<DemoAccount> ALL = List.of(
            of("demo-admin", "admin"),
            of("demo-admin-2", "admin"),
            of("demo-assessor-1", "assessor"),
            of("demo-assessor-2", "assessor"),
            of("demo-assessor-3", "assessor"),
            of("demo-coordinator", "coordinator", "imm-chiangmai"),
            of("demo-executive", "executive", "imm-chiangmai"),
            of("demo-commander", "commander", "imm-division-5"),
            of("demo-auditor", "auditor"),
            of("demo-system", "system"));

    static Optional<DemoAccount> named(String name) {
        return ALL.stream().filter(account -> account.name().equals(name)).findFirst();
    }

    private static DemoAccount of(String name, String role, String... agencies) {
        return new DemoAccount(name, List.of(role), List.of(agencies));
    }
}
