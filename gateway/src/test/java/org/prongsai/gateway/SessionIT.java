package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Somebody who is signed in, and whoever would like to be taken for them. */
class SessionIT extends SigningGateway {
    private final String access = ISSUER.accessToken("somebody");

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/", "/api/v1/rounds", "/api/v1/rounds/r/agencies/a/comments"})
    void aCookieIsAsGoodAsAToken(String path) {
        signedIn(new SealedCookie());

        HttpResponse<String> response = browser.open(path);

        assertThat(bearer(response)).isEqualTo(access);
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a/imm-chiangmai/r/eit",
                "/a/imm-chiangmai/r/iit/check",
                "/receipt/x",
                "/api/v1/rounds/r/agencies/a/responses",
                "/api/v1/receipts/x"
            })
    void onTheWayOfAnAnswerNobodyIsAnybody(String path) {
        signedIn(new SealedCookie().idleFor(Duration.ofMinutes(5)));

        for (HttpResponse<String> response : List.of(browser.open(path), browser.post(path))) {
            assertThat(bearer(response)).isEmpty();
            assertThat(Browser.setCookies(response)).isEmpty();
        }
    }

    @Test
    void lettersOfAPageAreFetchedByNobody() {
        signedIn(new SealedCookie().idleFor(Duration.ofMinutes(5)));

        HttpResponse<String> font = browser.open("/docs/fonts/sarabun-thai-400-normal.woff2");

        assertThat(font.statusCode()).isEqualTo(200);
        assertThat(Browser.setCookies(font)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"comments", "reports"})
    void whatIsSaidWithoutANameIsNobodysAndReadByWhoMay(String path) {
        signedIn(new SealedCookie());

        assertThat(bearer(browser.post("/api/v1/rounds/r/agencies/a/" + path))).isEmpty();
        assertThat(bearer(browser.open("/api/v1/rounds/r/agencies/a/" + path))).isEqualTo(access);
    }

    @Test
    void whoSignsInToBeGivenATicketIsKnown() {
        signedIn(new SealedCookie());

        assertThat(bearer(
                        browser.post("/api/v1/rounds/r/agencies/a/tickets/signed-in", "Sec-Fetch-Site", "same-origin")))
                .isEqualTo(access);
    }

    @Test
    void aTokenCountsBeforeACookie() {
        signedIn(new SealedCookie());
        String other = ISSUER.token("other");

        assertThat(bearer(browser.open("/api/v1/rounds", "Authorization", "Bearer " + other)))
                .isEqualTo(other);
    }

    @Test
    void whatIsNotOursIsNobodyAndTakenBack() {
        String good = new SealedCookie().of(access, "r", "i");
        int middle = good.length() / 2;
        String changed =
                good.substring(0, middle) + (good.charAt(middle) == 'A' ? 'B' : 'A') + good.substring(middle + 1);
        for (String cookie : List.of(
                changed,
                new SealedCookie().under(SealedCookie.FOREIGN_KEY).of(access, "r", "i"),
                new SealedCookie().as("sign-in").of(access, "r", "i"),
                new SealedCookie().idleFor(Duration.ofMinutes(31)).of(access, "r", "i"),
                new SealedCookie().begunBefore(Duration.ofHours(9)).of(access, "r", "i"),
                good.replace("1-", "2-"),
                good.substring(2),
                "garbage")) {
            browser.cookies.put("prongsai", cookie);

            assertThat(bearer(browser.open("/desk"))).as(cookie).isEmpty();
            assertThat(browser.cookies).isEmpty();
        }
    }

    @Test
    void aCookieUnderAnOlderKeyIsReadAndWrittenUnderTheNewOne() {
        signedIn(new SealedCookie().under(SealedCookie.OLD_KEY).idleFor(Duration.ofMinutes(5)));

        assertThat(bearer(browser.open("/desk"))).isEqualTo(access);
        JsonNode session = SealedCookie.opened(browser.cookies.get("prongsai"), SealedCookie.KEY);
        assertThat(Instant.parse(session.path("used").asString()))
                .isAfter(Instant.now().minusSeconds(60));
        assertThat(Instant.parse(session.path("began").asString()))
                .isBefore(Instant.now().minusSeconds(200));
    }

    @Test
    void nothingIsWrittenForEveryClick() {
        signedIn(new SealedCookie().idleFor(Duration.ofSeconds(10)));

        assertThat(Browser.setCookies(browser.open("/desk"))).isEmpty();
    }

    @Test
    void aTokenNearItsEndIsRenewedFirst() {
        ending(ISSUER.refreshToken("somebody"));
        HttpResponse<String> response = browser.open("/desk");

        assertThat(bearer(response)).isNotEqualTo(access).startsWith("eyJ");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        JsonNode session = SealedCookie.opened(browser.cookies.get("prongsai"), SealedCookie.KEY);
        assertThat(session.path("access").asString()).isEqualTo(bearer(response));
        assertThat(bearer(browser.open("/desk"))).isEqualTo(bearer(response));
    }

    @Test
    void manyRequestsAtOnceRenewOnce() {
        ending(ISSUER.refreshToken("somebody"));
        String before = browser.cookies.get("prongsai");
        int asked = ISSUER.refreshes.get();
        List<String> tokens = IntStream.range(0, 12)
                .parallel()
                .mapToObj(_ -> {
                    Browser tab = new Browser(port);
                    tab.cookies.put("prongsai", before);
                    return bearer(tab.open("/desk"));
                })
                .toList();

        assertThat(tokens).doesNotContain(access, "");
        assertThat(tokens.stream().distinct()).hasSize(1);
        assertThat(ISSUER.refreshes.get() - asked).isEqualTo(1);
    }

    @Test
    void whoIsNotRenewedGoesOnAsNobody() {
        ending("withdrawn");
        HttpResponse<String> response = browser.open("/desk");

        assertThat(bearer(response)).isEmpty();
        assertThat(browser.cookies).isEmpty();
    }

    @Test
    void whileTheIssuerIsAwaySomebodyWaitsAndIsNotSignedOut() {
        ending(ISSUER.refreshToken("somebody"));
        ISSUER.away = true;
        HttpResponse<String> page = browser.open("/desk");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("<h1>The sign-in does not answer</h1>");
        ISSUER.away = false;
        assertThat(bearer(browser.open("/desk"))).isNotEqualTo(access).startsWith("eyJ");
    }

    @Test
    void aTokenThatWeDoNotTakeOurselvesEndsTheSession() {
        browser.cookies.put("prongsai", new SealedCookie().of(ISSUER.forged("eve"), "r", "i"));
        HttpResponse<String> page = browser.open("/desk/a");

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("<h1>Please sign in</h1>", "href=\"/sign-in?to=/desk/a\"");
        assertThat(browser.cookies).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sec-Fetch-Site | cross-site             | 403",
                "Sec-Fetch-Site | same-site              | 403",
                "Sec-Fetch-Site | none                   | 403",
                "Sec-Fetch-Site | same-origin            | 200",
                "Origin         | https://evil.example   | 403",
                "Origin         | http://localhost:8081  | 403",
                "Origin         | null                   | 403",
                "Origin         | http://localhost:8080  | 200",
                "X-Nothing      | x                      | 403"
            })
    void onlyOurOwnPagesChangeSomethingInSomebodysName(String header, String value, int status) {
        signedIn(new SealedCookie());

        assertThat(browser.post("/desk/save", header, value).statusCode()).isEqualTo(status);
        assertThat(browser.post("/api/v1/people", header, value).statusCode()).isEqualTo(status);
        assertThat(browser.open("/desk", header, value).statusCode()).isEqualTo(200);
    }

    @Test
    void aPageOfOursByOriginIsNoneIfTheBrowserSaysAnotherSite() {
        signedIn(new SealedCookie());
        HttpResponse<String> refused = browser.post("/desk/save", "Origin", Browser.US, "Sec-Fetch-Site", "cross-site");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("<h1>We did not take this</h1>");
        assertThat(json(browser.post("/api/v1/people")).path("type").asString()).isEqualTo("/problems/not-yours");
    }

    @Test
    void whoIsNotSignedInByACookieNeedsNoPageOfOurs() {
        assertThat(browser.post("/desk/save").statusCode()).isEqualTo(200);
        assertThat(browser.post("/api/v1/people", "Authorization", "Bearer " + access)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoSignsOutIsSignedOutHereAndAtTheIssuer() {
        browser.cookies.put(
                "prongsai",
                new SealedCookie().tokenEndsIn(Duration.ofSeconds(1)).of(access, "r", ISSUER.idToken("somebody")));
        assertThat(browser.post("/sign-out").statusCode()).isEqualTo(403);
        HttpResponse<String> response = browser.post("/sign-out", "Sec-Fetch-Site", "same-origin");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(browser.cookies).isEmpty();
        assertThat(Browser.location(response)).startsWith(ISSUER.base() + "/end?id_token_hint=eyJ");
        assertThat(StrictIssuer.parameters(URI.create(Browser.location(response))))
                .containsEntry("post_logout_redirect_uri", Browser.US + "/");
        assertThat(Browser.location(browser.post("/sign-out", "Origin", Browser.US)))
                .isEqualTo("/");
        assertThat(browser.open("/sign-out").statusCode()).isEqualTo(405);
    }

    @Test
    void everybodyCanAskWhoTheyAre() {
        HttpResponse<String> nobody = browser.open("/api/v1/me");
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(json(nobody).path("type").asString()).isEqualTo("/problems/not-signed-in");

        signedIn(new SealedCookie());
        HttpResponse<String> somebody = browser.open("/api/v1/me");
        assertThat(json(somebody).path("name").asString()).isEqualTo("somebody");
        assertThat(json(somebody).path("roles").toString()).isEqualTo("[\"coordinator\"]");
        assertThat(json(somebody).path("agencies").toString()).isEqualTo("[\"imm-chiangmai\"]");
        assertThat(Instant.parse(json(somebody).path("expires").asString()))
                .isAfter(Instant.now().plus(Duration.ofMinutes(29)));
        assertThat(header(somebody, "Cache-Control")).isEqualTo("no-store");

        HttpResponse<String> program = send(to("/api/v1/me").header("Authorization", "Bearer " + access));
        assertThat(json(program).path("name").asString()).isEqualTo("somebody");
        assertThat(Instant.parse(json(program).path("expires").asString()))
                .isBefore(Instant.now().plus(Duration.ofMinutes(11)));
    }

    private void signedIn(SealedCookie cookie) {
        browser.cookies.put("prongsai", cookie.of(access, "r", "i"));
    }

    private void ending(String refresh) {
        browser.cookies.put(
                "prongsai",
                new SealedCookie().tokenEndsIn(Duration.ofSeconds(30)).of(access, refresh, "i"));
    }
}
