package org.prongsai.bench.intake;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.prongsai.bench.intake.Redemptions.Drawn;
import org.prongsai.bench.load.LoadClient;
import org.prongsai.bench.report.Figure;
import org.prongsai.bench.report.ProgressWriter;
import org.prongsai.bench.stage.StageServer;

/** Codes exchanged for blind signatures, each remembered before it is signed, beside a loop that only signs. */
record IssuerJob(LoadJob load, StageServer stage, RoundClient rounds, ProgressWriter progress, List<String> units) {

    private static final double FLOOR = 0.6;

    /** More than can be signed on the machines at hand. */
    private static final int MOST_PER_SECOND = 3_000;

    List<Figure> measure() {
        stage.downstream(false);
        units.forEach(unit -> rounds.register(RoundClient.ISSUING, unit));
        var luck = new SplittableRandom(new SecureRandom().nextLong());
        var signing = new SigningJob();
        var issuer = redeeming(stage.intake(), luck);
        load.warm(signing, issuer);
        int turns = load.settings().turns();
        var at = load.turns("a loop that only signs", signing, "issuer, past the gateway", issuer, turns, () -> {});
        var through = load.phase("issuer, through the gateway", redeeming(stage.gateway(), luck));
        return List.of(
                Figure.ratio("blind signatures at the issuer ÷ of a loop that only signs", at)
                        .atLeast(FLOOR),
                Figure.of("blind signatures at the issuer", at.intake().rate(), "/s"),
                Figure.of("p99 at the issuer", at.intake().millis(99), "ms"),
                Figure.of("blind signatures through the gateway", through.rate(), "/s"));
    }

    /** Codes are drawn anew for every phase. */
    private Load redeeming(String server, RandomGenerator luck) {
        var address = URI.create(server);
        return (name, lasts, during) -> LoadClient.run(
                name,
                address,
                Redemptions.of(address.getAuthority(), draw(lasts), luck),
                load.settings().connections(),
                lasts,
                during);
    }

    private List<Drawn> draw(Duration lasts) {
        int each = Math.toIntExact(MOST_PER_SECOND * lasts.toMillis() / 1000 / units.size() + 1);
        progress.say("drawing %,d invitations".formatted(each * units.size()));
        return units.stream()
                .map(unit -> new Drawn(
                        "/api/v1/rounds/%s/agencies/%s/tickets".formatted(RoundClient.ISSUING, unit),
                        rounds.draw(RoundClient.ISSUING, unit, each)))
                .toList();
    }
}
