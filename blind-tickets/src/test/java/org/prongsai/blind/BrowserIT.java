package org.prongsai.blind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prongsai.blind.TypedCode.Mistake;

/** The script in a real browser, against the signer and the verifier of the servers. */
class BrowserIT {
    private static final Path CHROMIUM =
            Path.of(System.getenv().getOrDefault("PRONGSAI_CHROMIUM", "/usr/bin/chromium"));

    private static final PublicJwk KEY = PublicJwk.of(Keys.publicKey(2048));
    private static MoodyIssuer issuer;
    private static Playwright playwright;
    private static Browser browser;
    private Page page;

    @BeforeAll
    static void openBrowser() throws IOException {
        if (!Files.isExecutable(CHROMIUM))
            fail(
                    "There is no browser at %s. Install one (Debian: sudo apt-get install chromium), or name it in"
                            + " PRONGSAI_CHROMIUM.",
                    CHROMIUM);
        issuer = new MoodyIssuer(new BlindSigner(Keys.privateKey(2048)));
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--host-resolver-rules=MAP insecure.test 127.0.0.1")));
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) playwright.close();
        if (issuer != null) issuer.close();
    }

    @BeforeEach
    void openPage() {
        page = browser.newPage();
        page.navigate(issuer.address());
    }

    @Test
    void aTicketMadeInTheBrowserIsSignedAndVerifiedHere() {
        var made = ticket(run("""
                const key = await ticket.checkKey(jwk, thumbprint);
                const state = await ticket.begin(key);
                return ticket.finish(state, await post('/honest', state.blinded));"""));
        assertThat(new TicketVerifier(KEY.key()).verify(made)).isTrue();
    }

    @Test
    void aKeyThatIsNotTheSlipsIsRefused() {
        var other = PublicJwk.of(Rfc9474.publicKey()).thumbprint();
        assertThat(run("return refusal(ticket.checkKey(jwk, more))", other)).isEqualTo("other-key");
        assertThat(run("return refusal(ticket.checkKey(jwk, ''))")).isEqualTo("other-key");
    }

    @Test
    void bothRefuseTheSameKeys() {
        var n = KEY.n();
        var weak = PublicJwk.of(Keys.publicKey(1024)).n();
        var even = n.substring(0, n.length() - 2) + "gg";
        for (var jwk : new PublicJwk[] {
            new PublicJwk("EC", n, "AQAB", null),
            new PublicJwk("RSA", n, "AQAB", "RS256"),
            new PublicJwk("RSA", weak, "AQAB", null),
            new PublicJwk("RSA", "AA" + n, "AQAB", null),
            new PublicJwk("RSA", even, "AQAB", null),
            new PublicJwk("RSA", "_".repeat(1368), "AQAB", null),
            new PublicJwk("RSA", n + "=", "AQAB", null),
            new PublicJwk("RSA", n, "Ag", null),
            new PublicJwk("RSA", n, "AQ", null),
            new PublicJwk("RSA", n, "AAEAAQ", null),
            new PublicJwk("RSA", n, "AQAAAAE", null),
            new PublicJwk("RSA", n, "?", null)
        })
            assertThat(run("return refusal(ticket.checkKey(more, thumbprint))", asMap(jwk)))
                    .as("%s", jwk)
                    .isEqualTo(jwk.fault().orElseThrow());
        assertThat(run("return refusal(ticket.checkKey(more, thumbprint))", asMap(KEY)))
                .isEqualTo("nothing");
    }

    @Test
    void aSignatureOfSomethingElseIsRefused() {
        assertThat(run("""
                const state = await ticket.begin(jwk);
                const other = await ticket.begin(jwk);
                const signed = await post('/honest', state.blinded);
                return [
                  await refusal(ticket.finish(state, await post('/lying', state.blinded))),
                  await refusal(ticket.finish(state, await post('/honest', other.blinded))),
                  await refusal(ticket.finish(state, state.blinded)),
                  await refusal(ticket.finish(state, signed.slice(4))),
                  await refusal(ticket.finish(state, 'no base64')),
                  await refusal(ticket.finish(state, undefined)),
                  await refusal(ticket.finish(state, signed)),
                ];"""))
                .asList()
                .containsExactly(
                        "wrong-signature",
                        "wrong-signature",
                        "wrong-signature",
                        "wrong-signature",
                        "wrong-signature",
                        "wrong-signature",
                        "nothing");
    }

    @Test
    void theVectorOfTheRfcHolds() {
        var key = PublicJwk.of(Rfc9474.publicKey());
        var vector = new HashMap<String, Object>(
                Map.of("jwk", asMap(key), "r", Rfc9474.r().toString()));
        for (var name : new String[] {"prepared_msg", "salt", "blind_sig"})
            vector.put(name, Base64Url.encode(Rfc9474.bytes(name)));
        var made = (Map<?, ?>) run("""
                const bytes = (text) => Uint8Array.from(
                    atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
                const encoded = await ticket.encodePss(bytes(more.prepared_msg), 4095, bytes(more.salt));
                const state = await ticket.blind(
                    more.jwk, bytes(more.prepared_msg), bytes(more.salt), BigInt(more.r));
                const { token, signature } = await ticket.finish(state, more.blind_sig);
                return {
                  prepared_msg: token,
                  encoded_msg: btoa(String.fromCharCode(...encoded)),
                  blinded_msg: state.blinded,
                  inv: state.inverse,
                  sig: signature,
                };""", vector);
        made.forEach((name, value) -> assertThat(
                        ((String) value).replace('+', '-').replace('/', '_').replace("=", ""))
                .as("%s", name)
                .isEqualTo(Base64Url.encode(Rfc9474.bytes((String) name))));
        assertThat(made).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {2049, 2050, 2055, 3072})
    void keysOfOtherLengthsSignToo(int bits) throws IOException {
        var key = PublicJwk.of(Keys.publicKey(bits));
        try (var other = new MoodyIssuer(new BlindSigner(Keys.privateKey(bits)))) {
            page.navigate(other.address());
            var made = ticket(run("""
                    const state = await ticket.begin(more);
                    return ticket.finish(state, await post('/honest', state.blinded));""", asMap(key)));
            assertThat(new TicketVerifier(key.key()).verify(made)).isTrue();
        }
    }

    @Test
    void aReloadedPageAsksAgainWithTheSameAndGetsTheSame() {
        run("""
                const state = await ticket.begin(jwk);
                sessionStorage.setItem('state', JSON.stringify(state));
                await post('/honest', state.blinded);""");
        var lost = issuer.asked().getLast();
        page.reload();
        var made = ticket(run("""
                const state = JSON.parse(sessionStorage.getItem('state'));
                return ticket.finish(state, await post('/honest', state.blinded));"""));
        assertThat(issuer.asked().getLast()).isEqualTo(lost);
        assertThat(new TicketVerifier(KEY.key()).verify(made)).isTrue();
    }

    @Test
    void aStateOfTheBrowserIsFinishedHereToo() {
        var state = (Map<?, ?>) run("return ticket.begin(jwk)");
        var blinding = new Blinding(
                KEY, (String) state.get("token"), (String) state.get("blinded"), (String) state.get("inverse"));
        byte[] blinded = Base64Url.decode(blinding.blinded()).orElseThrow();
        assertThat(blinding.finish(new BlindSigner(Keys.privateKey(2048)).sign(blinded)))
                .isPresent();
    }

    @Test
    void nothingIsDrawnTwice() {
        var drawn = (List<?>) run("""
                const drawn = [];
                for (let i = 0; i < 20; i++) {
                  const { token, blinded, inverse } = await ticket.begin(jwk);
                  drawn.push(token.slice(0, 40), token.slice(46), blinded, inverse, ticket.openToken());
                }
                return drawn;""");
        assertThat(new HashSet<>(drawn)).hasSize(100);
        assertThat(Base64Url.decode((String) drawn.getLast()).orElseThrow()).hasSize(32);
    }

    @Test
    void bothReadCodesAlike() {
        List<String> typed = TypedCodes.of(new Random(200));
        var read = (List<?>) run("""
                return more.map((typed) => {
                  const { code, fault, letter, place } = ticket.parseCode(typed);
                  return code ?? `${fault} ${letter ?? null} ${place ?? null}`;
                });""", typed);
        assertThat(read).hasSameSizeAs(typed);
        for (int i = 0; i < typed.size(); i++)
            assertThat(read.get(i)).as(typed.get(i)).isEqualTo(readHere(typed.get(i)));
    }

    @Test
    void aPageThatWasNotFetchedSecurelyChecksNothing() {
        page.navigate(issuer.address().replace("localhost", "insecure.test"));
        assertThat(run("return refusal(ticket.checkKey(jwk, thumbprint))")).isEqualTo("insecure-page");
    }

    private static String readHere(String typed) {
        return switch (InvitationCode.parse(typed)) {
            case InvitationCode code -> code.text();
            case Mistake mistake -> "%s %s %s".formatted(mistake.reason(), mistake.letter(), mistake.place());
        };
    }

    private Object run(String body) {
        return run(body, "");
    }

    /** Runs this in the page, with the module as ticket, the issuer's key as jwk and what else is handed in as more. */
    private Object run(String body, Object more) {
        return page.evaluate(
                """
                async ({ jwk, thumbprint, more }) => {
                  const ticket = await import('/ticket.js');
                  const post = async (path, body) => (await fetch(path, { method: 'POST', body })).text();
                  const refusal = (promise) => promise.then(() => 'nothing', (refused) => refused.reason);
                  %s
                }""".formatted(body), Map.of("jwk", asMap(KEY), "thumbprint", KEY.thumbprint(), "more", more));
    }

    private static Ticket ticket(Object made) {
        var map = (Map<?, ?>) made;
        return new Ticket((String) map.get("token"), (String) map.get("signature"));
    }

    private static Map<String, Object> asMap(PublicJwk jwk) {
        var map = new HashMap<String, Object>(Map.of("kty", jwk.kty(), "n", jwk.n(), "e", jwk.e()));
        map.put("alg", jwk.alg());
        return map;
    }
}
