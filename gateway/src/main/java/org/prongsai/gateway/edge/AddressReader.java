package org.prongsai.gateway.edge;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prongsai.gateway.problem.Reason;
import org.prongsai.gateway.problem.Refusal;

/**
 * Reads a request's address as it came over the wire, before anybody makes a URI of it: what can only be meant one way
 * is written properly, and what is no address is led to where it is refused like everything else.
 */
final class AddressReader {
    /** Where requests are led whose address is none; its query is the character at fault, or says that it is the host. */
    static final String UNREADABLE = "/unreadable-address";

    private static final String HOST_AT_FAULT = "host";
    private static final Pattern HOST =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._~!$&'()*+,;=-]*)(:[0-9]{1,5})?");
    private static final String ANYWHERE = "http://x";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private AddressReader() {}

    static void read(HttpRequest request) {
        String address = escaped(request.uri());
        String host = request.headers().get(HttpHeaderNames.HOST);
        URISyntaxException fault = fault(ANYWHERE + address);
        if (fault != null) {
            lead(request, character(fault));
        } else if (host != null && !isHost(host)) {
            lead(request, HOST_AT_FAULT);
        } else {
            request.setUri(address);
        }
    }

    /** What to tell the sender of a request that was led to the unreadable address. */
    static Refusal refusal(@Nullable String fault) {
        if (HOST_AT_FAULT.equals(fault)) {
            return new Refusal(Reason.HOST_UNREADABLE);
        }
        // Anybody may type that address; only what was led there names one character of an address.
        return fault != null && fault.length() == 1 && fault.charAt(0) < 0x80
                ? new Refusal(Reason.ADDRESS_UNREADABLE, fault, escape(fault.charAt(0)))
                : new Refusal(Reason.UNREADABLE);
    }

    private static String character(URISyntaxException fault) {
        int index = fault.getIndex();
        boolean inAddress =
                index >= ANYWHERE.length() && index < fault.getInput().length();
        return inAddress ? escape(fault.getInput().charAt(index)) : "";
    }

    private static void lead(HttpRequest request, String fault) {
        request.setUri(UNREADABLE + "?" + fault);
        request.headers().remove(HttpHeaderNames.HOST);
    }

    /** Who writes Thai as it is means its UTF-8 bytes; the codec has made one character of each. */
    private static String escaped(String address) {
        if (address.chars().allMatch(character -> character < 0x80)) {
            return address;
        }
        StringBuilder escaped = new StringBuilder();
        address.chars().forEach(character -> escaped.append(character < 0x80 ? (char) character : escape(character)));
        return escaped.toString();
    }

    private static String escape(int character) {
        return "%" + HEX.toHexDigits((byte) character);
    }

    private static boolean isHost(String host) {
        return HOST.matcher(host).matches() && fault("http://" + host + "/") == null;
    }

    private static @Nullable URISyntaxException fault(String uri) {
        try {
            new URI(uri);
            return null;
        } catch (URISyntaxException fault) {
            return fault;
        }
    }
}
