package org.prongsai.messaging;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the databases are and how to sign in.
 *
 * @param postgres {@code host:port}
 * @param database per database its passwords; the runtime role is named as the database, the owner {@code <name>_owner}
 */
@ConfigurationProperties("prongsai")
public record PostgresSettings(
        String postgres, @DefaultValue Map<String, Login> database) {

    /**
     * @param password of the runtime role
     * @param ownerPassword of the role that owns the schema and runs the migrations
     * @param pool largest number of connections
     */
    public record Login(
            String password,
            String ownerPassword,
            @DefaultValue("10") int pool) {}

    public PostgresSettings {
        if (!postgres.matches("[^:/]+:\\d{1,5}")) {
            throw new IllegalArgumentException(
                    "prongsai.postgres (PRONGSAI_POSTGRES) is '" + postgres + "', expected host:port");
        }
    }

    String host() {
        return postgres.substring(0, postgres.indexOf(':'));
    }

    int port() {
        return Integer.parseInt(postgres.substring(postgres.indexOf(':') + 1));
    }

    /** @throws IllegalArgumentException naming the key and the ways to set it */
    Login login(String name) {
        Login login = database.get(name);
        if (login == null) {
            throw new IllegalArgumentException("prongsai.database." + name + ".password and .owner-password are not"
                    + " set: put files of these names into the folder PRONGSAI_SECRETS, or set"
                    + " PRONGSAI_DATABASE_" + name.toUpperCase(java.util.Locale.ROOT) + "_PASSWORD and _OWNERPASSWORD");
        }
        return login;
    }
}
