package org.prongsai.seeds;

import java.util.List;
import java.util.function.Consumer;
import org.prongsai.seeds.demo.Demonstration;
import org.prongsai.seeds.file.SeedReader;
import org.prongsai.seeds.http.Backoff;
import org.prongsai.seeds.http.Door;
import org.prongsai.seeds.http.GatewayClient;

/** Loads the packaged seeds into a running platform from another program, such as a test. */
public final class Seeds {

    public static final String PAST_ROUND = "demo-2567-immigration";
    public static final String OPEN_ROUND = "demo-2570-immigration";
    public static final List<String> ROUNDS = List.of(PAST_ROUND, OPEN_ROUND);

    private Seeds() {}

    /** Everything, signed in as the local world's demonstration administrator. */
    public static List<Step> load(String gateway, String issuer) {
        return load(gateway, issuer, ROUNDS);
    }

    /** Agencies, framework and people always; of the rounds only these. */
    public static List<Step> load(String gateway, String issuer, List<String> rounds) {
        return load(Door.local(gateway, issuer), Backoff.usual(), rounds);
    }

    public static List<Step> load(Door door, Backoff backoff, List<String> rounds) {
        return SeedJob.run(door, backoff, SeedReader.packaged(), ProgressWriter.silent(), rounds);
    }

    /** The people, answers and marks of a demonstration into a synthetic round; each step is told when it is done. */
    public static void fill(Door door, String round, Demonstration demonstration, Consumer<Step> done) {
        var progress = ProgressWriter.silent();
        try (var gateway = new GatewayClient(door, Backoff.usual(), progress::note)) {
            new RoundClient(gateway, progress, round).fill(demonstration).forEach(done);
        }
    }
}
