package org.prongsai.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Date;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoders;

/** The whole local world in one JVM: health, tokens, mail and drills, as a script or a browser meets them. */
class LocalWorldIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PORT = TestWorld.freePort();
    private static final int SMTP = TestWorld.freePort();
    private static final String ISSUER = "http://localhost:" + PORT;

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext world;

    @BeforeAll
    static void start() {
        world = LocalWorldApplication.application().run(arguments());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void isHealthyOnlyWhileAllOfItRuns() throws Exception {
        assertThat(get("/health").statusCode()).isEqualTo(200);
        assertThat(post("/drill/kafka/stop", "").statusCode()).isEqualTo(204);
        assertThat(get("/health").statusCode()).isEqualTo(503);
        assertThat(get("/health").body()).contains("\"kafka\":\"DOWN\"", "\"postgres\":\"UP\"");
        assertThat(post("/drill/kafka/start", "").statusCode()).isEqualTo(204);
        assertThat(get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void aDemoClientGetsATokenWithItsRoleAndAgencies() throws Exception {
        var token = token("demo-commander");
        assertThat(token.getSubject()).isEqualTo("demo-commander");
        assertThat(token.getAudience()).containsExactly("prongsai");
        assertThat(token.getClaimAsStringList("roles")).containsExactly("commander");
        assertThat(token.getClaimAsStringList("agencies")).containsExactly("imm-division-5");
        assertThat(token("demo-auditor").getClaimAsStringList("agencies")).isEmpty();
    }

    @Test
    void aWrongSecretGetsNothing() throws Exception {
        assertThat(requestToken("demo-admin", "guess").statusCode()).isEqualTo(401);
    }

    @Test
    void aBrowserIsShownTheSignInForm() throws Exception {
        assertThat(get("/login").body()).contains("name=\"username\"", "name=\"password\"");
    }

    @Test
    void mailIsKeptAndListedNewestFirst() throws Exception {
        send("first@example.org", "แจ้งเตือน 1");
        send("second@example.org", "แจ้งเตือน 2");
        assertThat(get("/mailbox").body()).containsSubsequence("แจ้งเตือน 2", "แจ้งเตือน 1");
        assertThat(get("/mailbox?to=first@example.org").body())
                .contains("\"to\":\"first@example.org\"", "\"text\":\"เหลือ 5 วัน")
                .doesNotContain("second");
    }

    @Test
    void refusesToServeAnybodyButThisMachine() {
        assertThatThrownBy(() -> LocalWorldApplication.application().run(arguments("--server.address=0.0.0.0")))
                .hasMessageContaining("PRONGSAI_BIND")
                .hasMessageContaining("this machine only");
        assertThatThrownBy(() ->
                        LocalWorldApplication.application().run(arguments("--prongsai.issuer=http://192.0.2.1:8090")))
                .hasMessageContaining("PRONGSAI_ISSUER");
    }

    /** Java takes a blank address for loopback, and the server for every address of the machine. */
    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refusesABlankAddress(String blank) {
        assertThatThrownBy(() -> LocalWorldApplication.application().run(arguments("--server.address=" + blank)))
                .hasMessageContaining("PRONGSAI_BIND")
                .hasMessageContaining("this machine only");
    }

    private static String[] arguments(String... more) {
        var usual = Stream.of(
                "--prongsai.data=" + data,
                "--server.port=" + PORT,
                "--prongsai.smtp-port=" + SMTP,
                "--prongsai.postgres-port=" + TestWorld.freePort(),
                "--prongsai.kafka-port=" + TestWorld.freePort(),
                "--prongsai.controller-port=" + TestWorld.freePort(),
                "--prongsai.drills=true");
        return Stream.concat(usual, Stream.of(more)).toArray(String[]::new);
    }

    private static Jwt token(String client) throws IOException, InterruptedException {
        var body = requestToken(client, "demo").body();
        var token = body.replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
        return JwtDecoders.fromIssuerLocation(ISSUER).decode(token);
    }

    private static HttpResponse<String> requestToken(String client, String secret)
            throws IOException, InterruptedException {
        var credentials = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes());
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(ISSUER + "/oauth2/token"))
                        .header("Authorization", "Basic " + credentials)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(ISSUER + path))
                        .header("Accept", "text/html, application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(ISSUER + path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void send(String to, String subject) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", "localhost");
        settings.put("mail.smtp.port", String.valueOf(SMTP));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("prongsai@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setText("เหลือ 5 วัน", "UTF-8");
        message.setSentDate(new Date());
        Transport.send(message);
    }
}
