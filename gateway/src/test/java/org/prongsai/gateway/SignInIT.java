package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To the issuer and back, as a browser walks it. */
class SignInIT extends SigningGateway {
    @Test
    void somebodySignsInAndIsWhereTheyWanted() {
        HttpResponse<String> asked = browser.open("/sign-in?to=/desk/imm-chiangmai?tab=1");

        assertThat(asked.statusCode()).isEqualTo(302);
        Map<String, String> question = StrictIssuer.parameters(URI.create(Browser.location(asked)));
        assertThat(Browser.location(asked)).startsWith(ISSUER.base() + "/oauth2/authorize?");
        assertThat(question)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "prongsai-gateway")
                .containsEntry("scope", "openid profile")
                .containsEntry("redirect_uri", Browser.US + "/login/oauth2/code/prongsai")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(Browser.setCookies(asked))
                .singleElement()
                .asString()
                .contains("Max-Age=600", "HTTPOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure", question.get("state"));

        HttpResponse<String> back = browser.follow(browser.follow(asked));

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(Browser.location(back)).isEqualTo("/desk/imm-chiangmai?tab=1");
        assertThat(header(back, "Cache-Control")).isEqualTo("no-store");
        assertThat(browser.cookies).containsOnlyKeys("prongsai");
        assertThat(Browser.setCookies(back))
                .filteredOn(cookie -> cookie.startsWith("prongsai="))
                .singleElement()
                .asString()
                .contains("HTTPOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Max-Age", "Domain");

        HttpResponse<String> desk = browser.follow(back);

        assertThat(json(desk).path("service").asString()).isEqualTo("portal");
        assertThat(bearer(desk)).startsWith("eyJ");
        assertThat(json(desk).at("/headers").has("cookie")).isFalse();
        assertThat(header(desk, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(desk, "Referrer-Policy")).isEqualTo("same-origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/%5Cevil.example",
                "/%09/evil.example",
                "/%0d%0aX:y",
                "desk"
            })
    void nobodyIsSentElsewhere(String to) {
        assertThat(Browser.location(browser.signIn(to))).isEqualTo("/desk");
    }

    @Test
    void anAnswerToSomebodyElsesQuestionIsNone() {
        browser.open("/sign-in?to=/desk/a");
        assertFailed(browser.open("/login/oauth2/code/prongsai?code=c&state=other"), "/desk/a");
        assertFailed(browser.open("/login/oauth2/code/prongsai?state=other"), "/desk/a");
        assertFailed(browser.open("/login/oauth2/code/prongsai"), "/desk/a");
        assertThat(browser.cookies).doesNotContainKey("prongsai");
    }

    @Test
    void anAnswerWithoutAQuestionIsNone() {
        HttpResponse<String> answer = browser.follow(browser.open("/sign-in"));

        assertThat(new Browser(port).follow(answer).statusCode()).isEqualTo(401);
    }

    @Test
    void aCodeIsGoodOnce() {
        HttpResponse<String> answer = browser.follow(browser.open("/sign-in?to=/desk/a"));
        String way = browser.cookies.get("prongsai-way");
        assertThat(browser.follow(answer).statusCode()).isEqualTo(303);
        browser.cookies.clear();

        assertThat(browser.follow(answer).statusCode()).isEqualTo(401);
        browser.cookies.put("prongsai-way", way);
        assertFailed(browser.follow(answer), "/desk/a");
    }

    @Test
    void anIdTokenOfAnotherSignInIsRefused() {
        ISSUER.falseNonce = "another";

        assertFailed(browser.signIn("/desk/a"), "/desk/a");
    }

    @Test
    void whoIsDeniedIsToldSo() {
        HttpResponse<String> asked = browser.open("/sign-in?to=/desk/a");
        String state = URI.create(Browser.location(asked)).getRawQuery().replaceAll(".*state=([^&]*).*", "$1");
        HttpResponse<String> page = browser.open("/login/oauth2/code/prongsai?error=access_denied&state=" + state);

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("<h1>You were not signed in</h1>", "href=\"/sign-in?to=/desk/a\"");
    }

    @Test
    void anIssuerThatIsAwayMeansLater() {
        HttpResponse<String> answer = browser.follow(browser.open("/sign-in"));
        ISSUER.away = true;
        HttpResponse<String> page = browser.follow(answer);

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(header(page, "Retry-After")).isEqualTo("5");
        assertThat(page.body()).contains("<h1>The sign-in does not answer</h1>");
    }

    @Test
    void aWayIsNoSession() {
        browser.open("/sign-in");
        browser.cookies.put("prongsai", "1-" + browser.cookies.get("prongsai-way"));

        assertThat(bearer(browser.open("/desk"))).isEmpty();
    }

    @Test
    void manyUnitsTakeMoreCookies() {
        ISSUER.agencies = units(150);
        browser.signIn("/desk");
        assertThat(browser.cookies).containsKeys("prongsai", "prongsai.1");
        assertThat(browser.cookies.values()).allMatch(cookie -> cookie.length() <= 3800);
        assertThat(bearer(browser.open("/desk"))).hasSizeGreaterThan(5000);

        ISSUER.agencies = units(1);
        browser.signIn("/desk");
        assertThat(browser.cookies).containsOnlyKeys("prongsai");
        assertThat(bearer(browser.open("/desk"))).startsWith("eyJ");
    }

    @Test
    void moreThanABrowserCanKeepIsRefusedAndSaidWhy() {
        ISSUER.agencies = units(500);
        HttpResponse<String> page = browser.signIn("/desk");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("<h1>You cannot be signed in here</h1>");
        assertThat(browser.cookies).doesNotContainKey("prongsai");
    }

    private static List<String> units(int many) {
        return IntStream.range(0, many)
                .mapToObj(_ -> "imm-" + UUID.randomUUID())
                .toList();
    }

    private static void assertFailed(HttpResponse<String> page, String to) {
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.body()).contains("<h1>Signing in did not work</h1>", "href=\"/sign-in?to=" + to + "\">Sign in");
    }
}
