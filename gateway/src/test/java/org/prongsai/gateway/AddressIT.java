package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as people and simple clients write them, byte for byte. */
class AddressIT extends RunningGateway {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/api/v1/agencies?q=เชียง /api/v1/agencies?q=%E0%B9%80%E0%B8%8A%E0%B8%B5%E0%B8%A2%E0%B8%87",
                "/api/v1/agencies/ตม?q=%7Cก /api/v1/agencies/%E0%B8%95%E0%B8%A1?q=%7C%E0%B8%81",
                "/api/v1/agencies?q=a%7Cb%2f /api/v1/agencies?q=a%7Cb%2f"
            })
    void thaiIsReadAsItIsMeant(String typed, String forwarded) {
        assertThat(ask(typed)).startsWith("HTTP/1.1 200").contains("\"path\":\"" + forwarded + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '~',
            value = {
                "/api/v1/agencies?q=a|b |",
                "/api/v1/agencies?q={x} {",
                "/api/v1/agencies?q=\"x\" \"",
                "/api/v1/agencies?q=ก^ ^",
                "/api/v1/agencies/% %",
                "/api/v1/agencies/%4 %",
                "/problems/<script> <",
                "http://x/problems/<script> <"
            })
    void aCharacterThatNoAddressMayHoldIsNamed(String address, String character) {
        String escape = "%%%02X".formatted((int) character.charAt(0));
        String named = character.replace("\"", "\\\"");

        assertRefused(ask(address))
                .contains("must be percent-encoded: write " + escape + " for " + named + "\"")
                .contains("connection: close");
        assertRefused(ask(address, "Accept-Language: th\r\n"))
                .contains("Content-Language: th", "โปรดเขียน " + escape + " แทน " + named + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[::1", "[::zz]", "x:port", "x:", "x y", "ไทย"})
    void aHostThatIsNoneIsRefused(String host) {
        assertRefused(raw(utf8("GET /api/v1/rounds HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")))
                .contains("The Host header does not name a host.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[::1]", "[::1]:8080", "localhost:8080", "prongsai_gateway", "xn--o3cw4h.example", ""})
    void aHostThatIsOneIsNot(String host) {
        assertThat(raw("GET /api/v1/agencies HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nX-Forwarded-For: "
                        + ownAddress() + "\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "a[b",
                "http://[",
                "/unreadable-address",
                "/unreadable-address?",
                "/unreadable-address?%F0%9F%98%80"
            })
    void whatIsNoAddressAtAllIsRefused(String address) {
        assertRefused(ask(address));
    }

    @Test
    void aBodyThatIsNotInChunksIsRefused() {
        assertRefused(raw(opening("POST", "/api/v1/rounds/r/agencies/a/responses")
                        + "Accept-Language: th\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n"))
                .contains("content-language: th", "เนื้อหาไม่ได้แบ่งเป็นส่วน");
    }

    @Test
    void nobodyTakesARefusalForTheAnswerToAnEarlierRequest() {
        String slow = opening("GET", "/api/v1/log/slow") + "\r\n";

        assertThat(raw(slow + "nonsense\r\n\r\n")).isEmpty();
    }

    private String ask(String address, String... headers) {
        return raw(utf8("GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Forwarded-For: "
                + ownAddress() + "\r\n" + String.join("", headers) + "\r\n"));
    }

    /** Each byte of the text as one character, which {@link #raw} sends as that byte. */
    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static AbstractStringAssert<?> assertRefused(String answer) {
        return assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("content-type: application/problem+json\r\n")
                .contains("\"/problems/invalid-request\"");
    }
}
