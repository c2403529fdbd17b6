package org.prongsai.web.sample;

import java.util.List;
import java.util.Map;
import org.prongsai.web.AgencyPathReader;
import org.prongsai.web.PublicationReader;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import reactor.core.publisher.Mono;

/** A service of two agencies and two rounds, to see how a service speaks HTTP. */
@SpringBootApplication
public class SampleApplication {
    private static final Map<String, List<String>> AGENCIES = Map.of(
            "imm-chiangmai", List.of("immigration-bureau", "imm-division-5", "imm-chiangmai"),
            "imm-nongkhai", List.of("immigration-bureau", "imm-division-4", "imm-nongkhai"));

    @Bean
    AgencyPathReader agencies() {
        return agency -> Mono.justOrEmpty(AGENCIES.get(agency));
    }

    @Bean
    PublicationReader rounds() {
        var published = Map.of("done", true, "running", false);
        return round -> Mono.justOrEmpty(published.get(round));
    }
}
