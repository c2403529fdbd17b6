package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees in the browser when something fails here. */
class VisitorIT extends LonelyGateway {
    @Test
    void anUnknownAddressIsAPage() {
        HttpResponse<String> response = send(browsing("/nowhere"));

        assertPage(response, 404, "th");
        assertThat(response.body()).contains("<h1>ไม่มีหน้าเว็บที่ที่อยู่นี้</h1>");
    }

    @Test
    void thePageMayUseOurOwnStyle() {
        HttpResponse<String> response = send(browsing("/nowhere"));

        assertThat(response.body()).contains("href=\"/docs/page.css\"");
        assertThat(header(response, "Content-Security-Policy")).contains("style-src 'self'", "font-src 'self'");
        assertThat(get("/docs/page.css").statusCode()).isEqualTo(200);
    }

    @Test
    void thePageSaysWhoseItIsAndWhoHearsSomebodyElsewhere() {
        assertThat(send(browsing("/nowhere?lang=en")).body())
                .contains(
                        "<a class=\"home\" href=\"/?lang=en\">Prongsai</a>",
                        "<a lang=\"th\" hreflang=\"th\" href=\"/nowhere?lang=th\">ภาษาไทย</a>",
                        "<a href=\"/complaints?lang=en\">Report corruption to an outside body</a>",
                        "<a href=\"/privacy?lang=en\">How we protect you</a>");
    }

    @Test
    void aServiceThatIsAwayIsAPageThatKeepsStatusAndHeaders() {
        HttpResponse<String> response = send(browsing("/find?q=a").header("Accept-Language", "en"));

        assertPage(response, 503, "en");
        assertThat(header(response, "Retry-After")).isEqualTo("5");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(String.join(",", response.headers().allValues("Vary"))).contains("Accept-Language", "Accept");
        assertThat(response.body()).contains("in 5 seconds", "href=\"/find?q=a\"");
    }

    @Test
    void theAddressChoosesTheLanguageBeforeTheBrowser() {
        assertPage(send(browsing("/nowhere?lang=en").header("Accept-Language", "th")), 404, "en");
        assertPage(send(browsing("/nowhere?lang=th").header("Accept-Language", "en")), 404, "th");
    }

    @Test
    void onTheWayOfAnAnswerThePageHasNoNumber() {
        HttpResponse<String> response = send(browsing("/a/imm-chiangmai/r/eit").header("X-Request-Id", "journey-0001"));

        assertPage(response, 503, "th");
        assertThat(response.body()).doesNotContain("journey-0001", "<code>");
        assertThat(send(browsing("/find").header("X-Request-Id", "journey-0001"))
                        .body())
                .contains("journey-0001");
    }

    @Test
    void aHeadHasNoBody() {
        HttpResponse<String> response = send(browsing("/nowhere").method("HEAD", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(header(response, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/v1/people"})
    void theApiStaysWhatItIs(String path) {
        assertThat(header(send(browsing(path)), "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aProgramAtAPageIsToldLikeAProgram() {
        assertThat(header(get("/nowhere"), "Content-Type")).isEqualTo("application/problem+json");
    }

    private HttpRequest.Builder browsing(String path) {
        return to(path).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    private static void assertPage(HttpResponse<String> response, int status, String language) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(header(response, "Content-Language")).isEqualTo(language);
        assertThat(response.body()).contains("<html lang=\"" + language + "\">");
    }
}
