package org.prongsai.seeds.http;

/** Where the platform is and as whom to enter it. */
public record Door(String gateway, String tokenEndpoint, String client, String secret) {

    public Door {
        gateway = gateway.replaceFirst("/+$", "");
    }

    /** The local world's demonstration administrator; such a client exists nowhere else. */
    public static Door local(String gateway, String issuer) {
        return new Door(gateway, issuer.replaceFirst("/+$", "") + "/oauth2/token", "demo-admin", "demo");
    }

    @Override
    public String toString() {
        return "Door[gateway=%s, tokenEndpoint=%s, client=%s]".formatted(gateway, tokenEndpoint, client);
    }
}
