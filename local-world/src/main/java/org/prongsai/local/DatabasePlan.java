package org.prongsai.local;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Knows which service owns which databases and the statements that give each database its two roles and nobody else. */
final class DatabasePlan {

    static final Map<String, List<String>> BY_SERVICE = Map.of(
            "assessment-service", List.of("assessment", "responses", "tickets"),
            "scoring-service", List.of("scoring"),
            "disclosure-service", List.of("disclosure"),
            "notification-service", List.of("notification"));

    private DatabasePlan() {}

    static String ownerRole(String database) {
        return database + "_owner";
    }

    static String passwordKey(String database) {
        return "prongsai.database." + database + ".password";
    }

    static String ownerPasswordKey(String database) {
        return "prongsai.database." + database + ".owner-password";
    }

    static String serviceOf(String database) {
        return BY_SERVICE.entrySet().stream()
                .filter(service -> service.getValue().contains(database))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service owns the database " + database))
                .getKey();
    }

    static List<String> closeMaintenanceDatabases() {
        return Stream.of("postgres", "template1")
                .map("REVOKE ALL ON DATABASE %s FROM PUBLIC"::formatted)
                .toList();
    }

    static String createRole(String role) {
        return "CREATE ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION".formatted(role);
    }

    static String setPassword(String role, String password) {
        return "ALTER ROLE %s PASSWORD '%s'".formatted(role, password.replace("'", "''"));
    }

    static String createDatabase(String database) {
        return "CREATE DATABASE %s OWNER %s".formatted(database, ownerRole(database));
    }

    static List<String> grants(String database) {
        return List.of(
                "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(database),
                "GRANT CONNECT ON DATABASE %1$s TO %1$s".formatted(database));
    }
}
