package org.prongsai.local;

import java.sql.Connection;
import java.sql.SQLException;

/** Makes databases and roles what the plan says, whatever was there before. */
record RoleWriter(SecretStore secrets) {

    void converge(Connection superuser) throws SQLException {
        for (var statement : DatabasePlan.closeMaintenanceDatabases()) {
            execute(superuser, statement);
        }
        for (var service : DatabasePlan.BY_SERVICE.entrySet()) {
            for (var database : service.getValue()) {
                converge(superuser, service.getKey(), database);
            }
        }
    }

    private void converge(Connection superuser, String service, String database) throws SQLException {
        var owner = DatabasePlan.ownerRole(database);
        role(superuser, owner, secrets.readOrCreate(service, DatabasePlan.ownerPasswordKey(database)));
        role(superuser, database, secrets.readOrCreate(service, DatabasePlan.passwordKey(database)));
        if (!exists(superuser, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
            execute(superuser, DatabasePlan.createDatabase(database));
        }
        for (var grant : DatabasePlan.grants(database)) {
            execute(superuser, grant);
        }
    }

    private static void role(Connection superuser, String role, String password) throws SQLException {
        if (!exists(superuser, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            execute(superuser, DatabasePlan.createRole(role));
        }
        execute(superuser, DatabasePlan.setPassword(role, password));
    }

    private static boolean exists(Connection superuser, String query, String name) throws SQLException {
        try (var statement = superuser.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection superuser, String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
