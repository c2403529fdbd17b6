package org.prongsai.gateway.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Reads from a request where it came from, believing forwarded headers only as far as our own proxies wrote them. */
@Component
public class CallerReader {
    private static final int IPV6_SITE_BYTES = 8;
    private final int trustedProxies;

    CallerReader(EdgeSettings settings) {
        this.trustedProxies = settings.trustedProxies();
    }

    /** The caller's network: an IPv4 address, or the /64 a single IPv6 subscriber owns. */
    public String network(ServerHttpRequest request) {
        InetAddress address = address(request);
        byte[] bytes = address == null ? new byte[0] : address.getAddress();
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, IPV6_SITE_BYTES)));
    }

    boolean isHttps(ServerHttpRequest request) {
        return trustedProxies > 0
                ? "https".equalsIgnoreCase(request.getHeaders().getFirst("X-Forwarded-Proto"))
                : request.getSslInfo() != null;
    }

    private @Nullable InetAddress address(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        InetAddress direct = remote == null ? null : remote.getAddress();
        String forwarded = forwarded(request);
        try {
            return forwarded == null ? direct : InetAddress.ofLiteral(forwarded);
        } catch (IllegalArgumentException notAnAddress) {
            return direct;
        }
    }

    /** Each of our proxies appends the address it saw, so the caller's is as many from the end as we have proxies. */
    private @Nullable String forwarded(ServerHttpRequest request) {
        List<String> hops = request.getHeaders().getOrEmpty("X-Forwarded-For").stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
        return trustedProxies == 0 || hops.size() < trustedProxies ? null : hops.get(hops.size() - trustedProxies);
    }
}
