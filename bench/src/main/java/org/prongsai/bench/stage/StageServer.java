package org.prongsai.bench.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prongsai.bench.report.ProgressWriter;
import org.prongsai.launcher.LaunchSettings;
import org.prongsai.launcher.PartSettings;
import org.prongsai.launcher.Platform;
import org.prongsai.seeds.Seeds;

/** A platform that is there to be measured and gone afterwards, with the register and the frameworks and no round. */
public final class StageServer implements AutoCloseable {

    private static final String INTAKE = "assessment-service";
    private static final String SCORING = "scoring-service";

    /** As in production: compiled in full, which starts slower than the launcher would like. */
    private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=4", "-Xmx512m");

    private static final String UNLIMITED = "100000000";

    private final Platform platform;
    private final Thread goodbye;
    private boolean downstream = true;

    private StageServer(Platform platform) {
        this.platform = platform;
        this.goodbye = Thread.ofPlatform().name("goodbye").unstarted(platform::close);
    }

    /** A platform with the register, the frameworks and people, whose gateway turns nobody away for asking too often. */
    public static StageServer start(Path home, ProgressWriter progress) {
        var stage = start(home, parts(), progress);
        try {
            progress.say("loading the register and the frameworks");
            Seeds.load(stage.platform.gateway(), stage.platform.issuer(), List.of());
            return stage;
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    /** As {@code ./prongsai up} starts it, with nothing in it. */
    public static StageServer startBare(Path home, ProgressWriter progress) {
        return start(home, Map.of(), progress);
    }

    private static StageServer start(Path home, Map<String, PartSettings> parts, ProgressWriter progress) {
        progress.say("starting a platform");
        var stage = new StageServer(Platform.prepare(LaunchSettings.throwaway(home, parts), progress::say));
        Runtime.getRuntime().addShutdownHook(stage.goodbye);
        try {
            stage.platform.startAll();
            return stage;
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    public String gateway() {
        return platform.gateway();
    }

    /** Where the intake answers to those who go past the gateway. */
    public String intake() {
        return platform.service(INTAKE);
    }

    public String issuer() {
        return platform.issuer();
    }

    /** Where its data lies, as {@code PRONGSAI_DATA} names it. */
    public Path data() {
        return platform.settings().data();
    }

    /** In KiB, by the name of the process. */
    public Map<String, Long> resident() {
        return MemoryReader.resident(data());
    }

    /** Stops all of it and starts it again over what it kept. */
    public void again() {
        platform.stop();
        platform.startAll();
    }

    /** What {@code PRONGSAI_PORT_BASE} says. */
    public int portBase() {
        return platform.settings().ports().base();
    }

    /** One of the intake's databases. */
    public DatabaseSettings database(String name) {
        return database(INTAKE, name);
    }

    /** One of the scoring service's databases. */
    public DatabaseSettings scoring() {
        return database(SCORING, "scoring");
    }

    private DatabaseSettings database(String service, String name) {
        String password = "prongsai.database." + name + ".";
        return new DatabaseSettings(
                name,
                platform.postgres(),
                secret(service, password + "password"),
                secret(service, password + "owner-password"));
    }

    /** Whether there is somebody who hears of answers. */
    public void downstream(boolean wanted) {
        if (downstream == wanted) {
            return;
        }
        if (wanted) {
            drill("kafka/start");
            platform.restart(SCORING);
        } else {
            platform.kill(SCORING);
            drill("kafka/stop");
        }
        downstream = wanted;
    }

    private static Map<String, PartSettings> parts() {
        var unlimited = new HashMap<String, String>();
        for (String share : List.of("CALLER", "NETWORK", "ANSWERING")) {
            unlimited.put("PRONGSAI_" + share + "_BURST", UNLIMITED);
            unlimited.put("PRONGSAI_" + share + "_RATE", UNLIMITED);
        }
        return Map.of(
                "gateway",
                new PartSettings(JVM, List.of(), unlimited),
                INTAKE,
                new PartSettings(JVM, List.of(ours()), Map.of("PRONGSAI_TRAFFIC_CALM", UNLIMITED)),
                SCORING,
                new PartSettings(JVM, List.of(), Map.of()));
    }

    /** The jar or folder that this class came from: it holds the route without I/O. */
    private static Path ours() {
        try {
            return Path.of(StageServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private String secret(String service, String name) {
        try {
            return Files.readString(data().resolve("secrets").resolve(service).resolve(name))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the platform keeps its passwords elsewhere", e);
        }
    }

    private void drill(String action) {
        var request = HttpRequest.newBuilder(URI.create(platform.drill() + "/" + action))
                .POST(BodyPublishers.noBody())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 204) {
                throw new IllegalStateException("the drill %s was answered with %d".formatted(action, status));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the drill " + action + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during the drill " + action, e);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(goodbye);
            platform.close();
        } catch (IllegalStateException alreadyStopping) {
            // Ctrl-C: the farewell is under way.
        }
    }
}
