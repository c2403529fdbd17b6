package org.prongsai.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the web server listens counts, not what somebody meant. */
class BoundListenerTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void aServerOnLoopbackMayStay(String address) {
        assertThatCode(() -> BoundListener.refuseUnlessLoopback(connector(address)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void aServerThatOthersReachMayNot(String address) {
        assertThatThrownBy(() -> BoundListener.refuseUnlessLoopback(connector(address)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("PRONGSAI_BIND")
                .hasMessageContaining("this machine only");
    }

    @Test
    void aServerWithoutAnAddressListensOnAll() {
        assertThatThrownBy(() -> BoundListener.refuseUnlessLoopback(new Connector()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("every address");
    }

    @Test
    void theLocalWorldLooks() {
        assertThat(LocalWorldApplication.application().getListeners())
                .hasAtLeastOneElementOfType(BoundListener.class)
                .hasAtLeastOneElementOfType(LoopbackListener.class);
    }

    private static Connector connector(String address) {
        var connector = new Connector();
        connector.setProperty("address", address);
        return connector;
    }
}
