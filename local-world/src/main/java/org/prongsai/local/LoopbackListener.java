package org.prongsai.local;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/** Refuses to start anywhere but on loopback, because everybody knows the demo accounts' passwords. */
final class LoopbackListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        refuseUnlessLoopback("server.address (PRONGSAI_BIND)", environment.getProperty("server.address", "0.0.0.0"));
        var issuer = environment.getProperty("prongsai.issuer", "");
        refuseUnlessLoopback(
                "prongsai.issuer (PRONGSAI_ISSUER)",
                String.valueOf(URI.create(issuer).getHost()));
    }

    private static void refuseUnlessLoopback(String key, String host) {
        if (!isLoopback(host)) {
            throw new IllegalStateException(
                    ("%s is '%s', but the local world with its demo accounts serves this machine only:"
                                    + " use 127.0.0.1 or localhost")
                            .formatted(key, host));
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
