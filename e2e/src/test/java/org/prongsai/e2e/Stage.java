package org.prongsai.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.prongsai.launcher.LaunchSettings;
import org.prongsai.launcher.PartSettings;
import org.prongsai.launcher.Platform;
import org.prongsai.seeds.Seeds;
import org.prongsai.seeds.Step;

/** The whole platform with its demo rounds, started once for all journeys of this JVM and gone with it. */
final class Stage {

    private static final String INTAKE = "assessment-service";

    /** Drills send more answers to one unit than any counter can have, and none of them is to be put aside for it. */
    private static final PartSettings PATIENT =
            new PartSettings(List.of(), List.of(), Map.of("PRONGSAI_TRAFFIC_CALM", "100000"));

    private static Stage shared;

    final Platform platform;
    final List<Step> loaded;

    private Stage(Platform platform, List<Step> loaded) {
        this.platform = platform;
        this.loaded = loaded;
    }

    static synchronized Stage get() {
        if (shared == null) {
            var platform = Platform.start(
                    LaunchSettings.throwaway(Path.of("..").toAbsolutePath().normalize(), Map.of(INTAKE, PATIENT)));
            shared = new Stage(platform, Seeds.load(platform.gateway(), platform.issuer()));
        }
        return shared;
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

    /** Somebody who uses the platform through the gateway; an empty account is the public. */
    Visitor visitor(String account) {
        return new Visitor(platform, account);
    }
}
