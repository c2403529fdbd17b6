package org.prongsai.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeedsCommandTest {

    private static final Ports PORTS = new Ports(8080);

    @Test
    void theAddressesOfThisMachineAreNamedUnlessOthersAre() {
        assertThat(SeedsCommand.addressed(PORTS, List.of("--rounds", "none")))
                .containsExactly(
                        "--gateway",
                        "http://localhost:8080",
                        "--token-endpoint",
                        "http://localhost:8090/oauth2/token",
                        "--rounds",
                        "none");
        assertThat(SeedsCommand.addressed(PORTS, List.of("--gateway", "http://x", "--token-endpoint", "http://y/t")))
                .containsExactly("--gateway", "http://x", "--token-endpoint", "http://y/t");
    }
}
