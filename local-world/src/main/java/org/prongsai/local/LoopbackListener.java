package org.prongsai.local;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/** Refuses to start anywhere but on loopback, because everybody knows the demo accounts' passwords. */
final class LoopbackListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    static final String BIND = "server.address (PRONGSAI_BIND)";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        refuseUnlessLoopback(BIND, environment.getProperty("server.address", ""));
        var issuer = environment.getProperty("prongsai.issuer", "");
        refuseUnlessLoopback(
                "prongsai.issuer (PRONGSAI_ISSUER)",
                String.valueOf(URI.create(issuer).getHost()));
    }

    static Refusal refusal(String key, String host) {
        return new Refusal(("%s is '%s', but the local world with its demo accounts serves this machine only:"
                        + " use 127.0.0.1 or localhost")
                .formatted(key, host));
    }

    private static void refuseUnlessLoopback(String key, String host) {
        if (!isLoopback(host)) {
            throw refusal(key, host);
        }
    }

    /** Java takes a blank name for loopback, and a server for every address of the machine. */
    private static boolean isLoopback(String host) {
        try {
            return !host.isBlank() && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
