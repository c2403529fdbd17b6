package org.prongsai.messaging;

import io.r2dbc.postgresql.client.SSLMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the databases are and how to sign in.
 *
 * @param postgres {@code host:port}; an IPv6 host in brackets
 * @param postgresSsl what libpq calls sslmode: disable, allow, prefer, require, verify-ca or verify-full
 * @param postgresCa file of the certificates, in PEM, that verify-ca and verify-full trust; without it those of the JDK
 * @param database per database its passwords; the runtime role is named as the database, the owner {@code <name>_owner}
 */
@ConfigurationProperties("prongsai")
public record PostgresSettings(
        String postgres,
        @DefaultValue("disable") String postgresSsl,
        @Nullable String postgresCa,
        @DefaultValue Map<String, Login> database) {

    private static final List<String> SSL =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    /** Without a file of its own the migration's driver would look for one in a home folder. */
    private static final String JDK_TRUST = "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";

    private static final int LAST_PORT = 65_535;
    private static final Pattern PLACE = Pattern.compile("(\\[[0-9a-fA-F:]+]|[^:/\\[]+):(\\d{1,5})");

    /**
     * @param password of the runtime role
     * @param ownerPassword of the role that owns the schema and runs the migrations
     * @param pool largest number of connections
     * @param at {@code host:port} of this database, or null where it is with the others
     */
    public record Login(
            String password,
            String ownerPassword,
            @DefaultValue("10") int pool,
            @Nullable String at) {}

    public PostgresSettings {
        place("prongsai.postgres (PRONGSAI_POSTGRES)", postgres);
        if (!SSL.contains(postgresSsl)) {
            throw new IllegalArgumentException(
                    "prongsai.postgres-ssl (PRONGSAI_POSTGRES_SSL) is '" + postgresSsl + "', expected one of " + SSL);
        }
        database.forEach((name, login) -> {
            if (login.at() != null) place("prongsai.database." + name + ".at", login.at());
        });
    }

    /** Of the database of that name: its own place, if it has one. */
    String host(String name) {
        String host = place(name, at(name)).group(1);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port(String name) {
        return Integer.parseInt(place(name, at(name)).group(2));
    }

    SSLMode ssl() {
        return SSLMode.fromValue(postgresSsl);
    }

    String jdbcUrl(String name) {
        String url = "jdbc:postgresql://%s/%s?ApplicationName=prongsai-migration&sslmode=%s"
                .formatted(at(name), name, postgresSsl);
        return url
                + (trusted().isPresent() ? "&sslrootcert=" + encoded(trusted().get()) : JDK_TRUST);
    }

    Optional<String> trusted() {
        return Optional.ofNullable(postgresCa).filter(file -> !file.isBlank());
    }

    private static String encoded(String file) {
        return URLEncoder.encode(file, StandardCharsets.UTF_8);
    }

    /** Answers and tickets may live in clusters of their own. */
    private String at(String name) {
        return Objects.requireNonNullElse(login(name).at(), postgres);
    }

    private static Matcher place(String key, String text) {
        var place = PLACE.matcher(text);
        if (!place.matches() || Integer.parseInt(place.group(2)) > LAST_PORT) {
            throw new IllegalArgumentException(key + " is '" + text + "', expected host:port");
        }
        return place;
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
