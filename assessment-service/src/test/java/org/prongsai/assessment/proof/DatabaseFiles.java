package org.prongsai.assessment.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prongsai.local.TestWorld;

/** The files of a database as its administrator can copy them: all bytes, live rows, dead ones and indexes alike. */
public final class DatabaseFiles {

    private final Path folder;
    /** What lies in a file, by the file's name: leaves of one table under one name. */
    private final Map<String, String> contents;

    private DatabaseFiles(Path folder, Map<String, String> contents) {
        this.folder = folder;
        this.contents = contents;
    }

    /** A file, and what lies in it. */
    public record Place(String content, String file) {}

    /** Of this database, after everything in memory was written to them. */
    public static DatabaseFiles of(String database) {
        var world = TestWorld.get();
        try {
            var data = world.secretsOf("").getParent();
            var password = Files.readString(data.resolve("secrets/local-world/postgres.password"))
                    .strip();
            try (var connection =
                            DriverManager.getConnection(world.postgres().jdbcUrl(database), "postgres", password);
                    var statement = connection.createStatement()) {
                statement.execute("checkpoint");
                var oid = statement.executeQuery("select oid from pg_database where datname = current_database()");
                oid.next();
                var folder = data.resolve("postgres/base").resolve(oid.getString(1));
                var contents = new HashMap<String, String>();
                var relations = statement.executeQuery("""
                        select pg_relation_filenode(oid)::text, regexp_replace(relname, '[0-9]+', 'n') from pg_class
                        where pg_relation_filenode(oid) is not null
                        """);
                while (relations.next()) {
                    contents.put(relations.getString(1), relations.getString(2));
                }
                return new DatabaseFiles(folder, contents);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where each of these runs of at least eight bytes stands: per file its offsets there. */
    public Map<Place, Map<String, List<Long>>> find(Map<String, byte[]> wanted) {
        var beginnings = new HashMap<Long, List<Map.Entry<String, byte[]>>>();
        wanted.entrySet().forEach(each -> beginnings
                .computeIfAbsent(ByteBuffer.wrap(each.getValue()).getLong(), _ -> new ArrayList<>())
                .add(each));
        var found = new HashMap<Place, Map<String, List<Long>>>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var there = find(read(file), beginnings);
                if (!there.isEmpty()) {
                    var name = file.getFileName().toString();
                    found.put(new Place(contents.getOrDefault(name.replaceAll("[._].*", ""), "unknown"), name), there);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Nothing where it is gone by now: Postgres deletes what it can make anew. */
    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        }
    }

    private static Map<String, List<Long>> find(byte[] content, Map<Long, List<Map.Entry<String, byte[]>>> beginnings) {
        var found = new HashMap<String, List<Long>>();
        long eight = 0;
        for (int end = 0; end < content.length; end++) {
            eight = eight << 8 | content[end] & 0xff;
            var candidates = end < 7 ? null : beginnings.get(eight);
            if (candidates != null) {
                int start = end - 7;
                for (var each : candidates) {
                    if (stands(each.getValue(), content, start)) {
                        found.computeIfAbsent(each.getKey(), _ -> new ArrayList<>())
                                .add((long) start);
                    }
                }
            }
        }
        return found;
    }

    private static boolean stands(byte[] what, byte[] content, int start) {
        return start + what.length <= content.length
                && Arrays.equals(what, 0, what.length, content, start, start + what.length);
    }
}
