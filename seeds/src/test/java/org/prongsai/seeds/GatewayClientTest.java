package org.prongsai.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.prongsai.seeds.http.Backoff;
import org.prongsai.seeds.http.Door;
import org.prongsai.seeds.http.GatewayClient;

class GatewayClientTest {

    @Test
    void whoeverSpeaksInAWayOfTheirOwnGetsATokenThatNobodyUsedBefore() throws IOException {
        try (var platform = new RecordingPlatform();
                var gateway = new GatewayClient(
                        new Door(platform.url(), platform.url() + "/oauth2/token", "demo-admin", "demo"),
                        Backoff.usual(),
                        _ -> {})) {
            gateway.get("/rounds/r1");
            assertThat(gateway.newToken()).isEqualTo("t2");
            assertThat(gateway.newToken()).isEqualTo("t3");
            gateway.get("/rounds/r2");
            assertThat(platform.to("GET /api/v1/rounds/.*"))
                    .extracting(RecordingPlatform.Call::authorization)
                    .containsExactly("Bearer t1", "Bearer t1");
        }
    }
}
