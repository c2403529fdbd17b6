package org.prongsai.seeds;

import java.util.Set;
import java.util.stream.Collectors;
import org.prongsai.seeds.file.Results;
import org.prongsai.seeds.http.GatewayClient;

/** Brings in official results of earlier years, as far as the register knows their agencies. */
record ResultsClient(GatewayClient gateway) {

    Step send(Results results) {
        var counts = new Counts("created", "updated", "unchanged", "left out");
        Results known = results.of(known(results.agencies()));
        counts.add("left out", results.lines().size() - known.lines().size());
        if (!known.lines().isEmpty())
            counts.add(gateway.postBehind("/results/imports?dryRun=false", "text/csv", known.csv()));
        return counts.step("Earlier results");
    }

    private Set<String> known(Set<String> agencies) {
        return agencies.stream()
                .filter(agency -> gateway.get("/agencies/" + agency).status() != 404)
                .collect(Collectors.toSet());
    }
}
