package org.prongsai.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.prongsai.launcher.Platform;

/** Lets the night come when a test needs what it does. */
public final class NightJob {

    private final Platform platform;

    public NightJob(Platform platform) {
        this.platform = platform;
    }

    /** Lists the comments that came in. */
    public void comments() {
        does("assessment", "select rewrite_comments()");
    }

    private void does(String database, String work) {
        var password = platform.settings().data().resolve("secrets/local-world/postgres.password");
        var url = "jdbc:postgresql://%s/%s".formatted(platform.postgres(), database);
        try (var superuser = DriverManager.getConnection(
                        url, "postgres", Files.readString(password).strip());
                var statement = superuser.createStatement()) {
            statement.execute(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(work, e);
        }
    }
}
