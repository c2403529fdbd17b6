package org.prongsai.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.prongsai.launcher.LaunchSettings;
import org.prongsai.launcher.PartSettings;
import org.prongsai.launcher.Platform;
import org.prongsai.seeds.Seeds;
import org.prongsai.seeds.Step;

/** The whole platform with its demo rounds, started once for all journeys of this JVM and gone with it. */
public final class Stage implements AutoCloseable {

    private static final String INTAKE = "assessment-service";

    /** Drills send more answers to one unit than any counter can have, and none of them is to be put aside for it. */
    private static final PartSettings PATIENT =
            new PartSettings(List.of(), List.of(), Map.of("PRONGSAI_TRAFFIC_CALM", "100000"));

    private static Stage shared;

    public final Platform platform;

    /** How long all of it took to start: so fast is this machine, with whatever else it does. */
    public final Duration start;

    final List<Step> loaded;

    private Stage(Platform platform, Duration start, List<Step> loaded) {
        this.platform = platform;
        this.start = start;
        this.loaded = loaded;
    }

    public static synchronized Stage get() {
        if (shared == null) {
            shared = start(Map.of(INTAKE, PATIENT), Seeds.ROUNDS);
        }
        return shared;
    }

    /** One for a single test that needs the machine for itself, without rounds; whoever asks for it closes it. */
    public static Stage apart(Map<String, PartSettings> parts) {
        leave();
        return start(parts, List.of());
    }

    private static Stage start(Map<String, PartSettings> parts, List<String> rounds) {
        var home = Path.of("..").toAbsolutePath().normalize();
        var began = Instant.now();
        var platform = Platform.start(LaunchSettings.throwaway(home, parts));
        var took = Duration.between(began, Instant.now());
        try {
            return new Stage(platform, took, Seeds.load(platform.gateway(), platform.issuer(), rounds));
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    /** Stops it, for those who need the machine for themselves; the next who asks gets another. */
    static synchronized void leave() {
        if (shared != null) {
            shared.platform.close();
            shared = null;
        }
    }

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Stage::leave));
    }

    @Override
    public void close() {
        platform.close();
    }

    /** Somebody who uses the platform through the gateway; an empty account is the public. */
    public Visitor visitor(String account) {
        return new Visitor(platform, account);
    }
}
