package org.prongsai.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VisitorHtmlTest {
    private static final Visit FIND = new Visit("GET", "/find", "q=%E0%B8%81&lang=th");

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyPageStandsByItself(Reason reason) {
        for (Language language : Language.values()) {
            String page = VisitorHtml.page(new Refusal(reason, 1, "x"), language, FIND, null, null);

            assertThat(page).startsWith("<!doctype html>\n<html lang=\"" + language.tag() + "\">");
            assertThat(page.split("<h1>", -1)).hasSize(2);
            assertThat(page)
                    .contains("<main>", "class=\"action\"", String.valueOf(reason.status()))
                    .doesNotContain("<script", "style=", "http:", "https:");
        }
    }

    @Test
    void whatFailedForAMomentCanBeTriedAgainAndSaysWhen() {
        Refusal refusal = new Refusal(Reason.SERVICE_AWAY).with("Retry-After", "5");

        assertThat(VisitorHtml.page(refusal, Language.EN, FIND, "id-1", null))
                .contains("href=\"/find?q=%E0%B8%81&amp;lang=th\">Try again", "in 5 seconds", "id-1");
    }

    @Test
    void aFormIsSentAgainByLoadingThePageAgainAndNeverByALink() {
        String page = VisitorHtml.page(
                new Refusal(Reason.SERVICE_AWAY), Language.EN, new Visit("POST", "/desk/x", null), null, null);

        assertThat(page)
                .doesNotContain("/desk/x")
                .contains("load this page again", "class=\"action\" href=\"/?lang=en\"");
    }

    @Test
    void theOtherLanguageIsTheSamePage() {
        String page = VisitorHtml.page(new Refusal(Reason.NO_SUCH_PATH), Language.TH, FIND, "id-1", null);

        assertThat(page).contains("href=\"/find?q=%E0%B8%81&amp;lang=en\"").doesNotContain("id-1");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPageLeadsHomeAndToWhereSomebodyIsHeard(Language language) {
        String page = VisitorHtml.page(new Refusal(Reason.BUG), language, FIND, null, null);

        assertThat(page)
                .contains("<a class=\"home\" href=\"/?lang=" + language.tag() + "\">")
                .containsSubsequence(
                        "<footer>",
                        "href=\"/privacy?lang=" + language.tag(),
                        "href=\"/complaints?lang=" + language.tag());
    }

    @Test
    void anAddressIsTextAndNotPartOfThePage() {
        Visit odd = new Visit("GET", "/<b>\"", "x=<i>\"&y");

        assertThat(VisitorHtml.page(new Refusal(Reason.BUG), Language.EN, odd, "<u>\"", null))
                .doesNotContain("<b>", "<i>", "<u>", "\"&y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /desk/a  | x=1&y=2 |         | /sign-in?to=/desk/a%3Fx%3D1%26y%3D2",
                "POST | /desk/a  |         |         | /sign-in",
                "GET  | /sign-in | to=/b   |         | /sign-in?to=/b",
                "GET  | /login/oauth2/code/prongsai | code=c |         | /sign-in",
                "GET  | /login/oauth2/code/prongsai | code=c | /desk/c | /sign-in?to=/desk/c"
            })
    void whoSignsInComesBackToWhatWasWanted(String method, String path, String query, String wanted, String address) {
        assertThat(SignInAddress.of(new Visit(method, path, query), wanted)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/desk         | text/html,application/xhtml+xml;q=0.9 | true",
                "/api/v1/about | text/html                             | false",
                "/desk         | application/json                      | false",
                "/desk         |                                       | false",
                "/nowhere      | TEXT/HTML                             | true"
            })
    void aPersonAsksForAPageOutsideTheApi(String path, String accepted, boolean person) {
        assertThat(new Visit("GET", path, null).isForAPerson(accepted)).isEqualTo(person);
    }
}
