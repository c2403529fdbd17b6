package org.prongsai.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.JwtDecoders;

/** Somebody signs in with a browser, for the gateway or for a frontend that keeps no secret. */
class SignInIT {

    private static final int PORT = TestWorld.freePort();
    private static final String ISSUER = "http://localhost:" + PORT;
    private static final String CALLBACK = "http://localhost:3000/callback";
    /** A verifier and its hash, from RFC 7636. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext world;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() {
        world = LocalWorldApplication.application()
                .run(
                        "--prongsai.data=" + data,
                        "--server.port=" + PORT,
                        "--prongsai.smtp-port=" + TestWorld.freePort(),
                        "--prongsai.postgres-port=" + TestWorld.freePort(),
                        "--prongsai.kafka-port=" + TestWorld.freePort(),
                        "--prongsai.controller-port=" + TestWorld.freePort());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {CALLBACK, "http://127.0.0.1:3000/callback"})
    void aFrontendWithoutASecretGetsATokenForWhoSignedIn(String callback) throws Exception {
        var given = redeem(code("prongsai-public", callback, "&code_challenge=" + CHALLENGE), callback, VERIFIER, "");

        assertThat(given.statusCode()).as(given.body()).isEqualTo(200);
        assertThat(given.body()).contains("\"id_token\"").doesNotContain("refresh_token");
        var token = JwtDecoders.fromIssuerLocation(ISSUER).decode(field(given, "access_token"));
        assertThat(token.getSubject()).isEqualTo("demo-coordinator");
        assertThat(token.getAudience()).containsExactly("prongsai");
        assertThat(token.getClaimAsStringList("agencies")).containsExactly("imm-chiangmai");
    }

    @Test
    void aCodeIsGivenToNobodyButWhoAskedForIt() throws Exception {
        var code = code("prongsai-public", CALLBACK, "&code_challenge=" + CHALLENGE);

        var refused = redeem(code, CALLBACK, "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXX", "");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("invalid_grant");
    }

    @Test
    void aFrontendThatProvesNothingGetsNoCode() throws Exception {
        assertThat(ask("prongsai-public", CALLBACK, "").headers().firstValue("Location"))
                .hasValueSatisfying(back -> assertThat(back).contains("error=invalid_request"));
        assertThat(ask("prongsai-public", "http://evil.example/callback", "&code_challenge=" + CHALLENGE)
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(stays -> assertThat(stays).startsWith(ISSUER + "/login"));
    }

    @Test
    void theGatewayGetsAllThatASessionTakes() throws Exception {
        var callback = "http://localhost:8080/login/oauth2/code/prongsai";
        var basic = Base64.getEncoder().encodeToString("prongsai-gateway:demo".getBytes(StandardCharsets.UTF_8));

        var given = redeem(
                code("prongsai-gateway", callback, "&nonce=n&code_challenge=" + CHALLENGE), callback, VERIFIER, basic);

        assertThat(given.body()).contains("\"access_token\"", "\"refresh_token\"", "\"id_token\"");
        assertThat(Files.readString(data.resolve("secrets/gateway/prongsai.sign-in.session-keys")))
                .matches("[\\w-]{43}");
    }

    @Test
    void pagesOfFrontendsOnThisMachineMayAskForTokensThemselves() throws Exception {
        assertThat(allowed("http://localhost:3000")).isEqualTo("http://localhost:3000");
        assertThat(allowed("http://evil.example")).isEmpty();
    }

    private String allowed(String origin) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(ISSUER + "/.well-known/openid-configuration"))
                .header("Origin", origin)
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse("");
    }

    private String code(String client, String callback, String proof) throws IOException, InterruptedException {
        assertThat(ask(client, callback, proof).headers().firstValue("Location"))
                .hasValueSatisfying(login -> assertThat(login).endsWith("/login"));
        var form = get(ISSUER + "/login").body();
        var csrf = form.replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        var signedIn = post(
                "/login", Map.of("username", "demo-coordinator", "password", "demo-coordinator", "_csrf", csrf), "");
        var back = get(signedIn.headers().firstValue("Location").orElseThrow());
        assertThat(back.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).startsWith(callback + "?code="));
        return back.headers().firstValue("Location").orElseThrow().replaceAll(".*code=([^&]+).*", "$1");
    }

    private HttpResponse<String> ask(String client, String callback, String proof)
            throws IOException, InterruptedException {
        return get(ISSUER + "/oauth2/authorize?response_type=code&scope=openid%20profile&state=s&client_id=" + client
                + "&redirect_uri=" + callback + proof + (proof.isEmpty() ? "" : "&code_challenge_method=S256"));
    }

    private HttpResponse<String> redeem(String code, String callback, String verifier, String basic)
            throws IOException, InterruptedException {
        var form = Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", callback,
                "code_verifier", verifier);
        return post("/oauth2/token", form, basic);
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html");
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form, String basic)
            throws IOException, InterruptedException {
        var sent = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(ISSUER + path))
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (!basic.isEmpty()) {
            request.header("Authorization", "Basic " + basic);
        } else if (path.equals("/oauth2/token")) {
            sent += "&client_id=prongsai-public";
        }
        return browser.send(
                request.POST(HttpRequest.BodyPublishers.ofString(sent)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String field(HttpResponse<String> response, String name) {
        return response.body().replaceAll(".*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }
}
