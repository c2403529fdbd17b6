package org.prongsai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DocsIT extends RunningGateway {
    @Test
    void aboutSaysWhereToSignIn() {
        JsonNode about = json(get("/api/v1/about"));

        assertThat(about.propertyNames())
                .containsExactly(
                        "name", "version", "issuer", "authorizationEndpoint", "tokenEndpoint", "clientId", "docs");
        assertThat(about.path("authorizationEndpoint").asString()).isEqualTo(ISSUER.base() + "/oauth2/authorize");
        assertThat(about.path("clientId").asString()).isEqualTo("prongsai-public");
        assertThat(about.path("issuer").asString()).isEqualTo(ISSUER.base().toString());
        assertThat(about.path("tokenEndpoint").asString()).isEqualTo(ISSUER.base() + "/oauth2/token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "iso-8859-1", "utf-16", "us-ascii"})
    void typesAreExactWhateverCharsetIsAskedFor(String charset) {
        for (String path : new String[] {"/api/v1/about", "/api/v1/openapi.json", "/docs/openapi/scoring.json"}) {
            HttpResponse<String> response =
                    send(to(path).header("Accept", "text/plain;q=0.5, application/json;charset=" + charset + ";q=0.9"));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "Content-Type")).isEqualTo("application/json");
            assertThat(json(response).isObject()).isTrue();
        }
        assertThat(header(send(to("/docs").header("Accept", "text/html;charset=" + charset)), "Content-Type"))
                .isEqualTo(header(get("/docs"), "Content-Type"));
    }

    @Test
    void theViewerAsksNobodyElse() {
        HttpResponse<String> page = get("/docs");

        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("http");
        assertThat(page.body()).doesNotContain("http:", "https:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/viewer/swagger-ui.css",
                "/docs/viewer/swagger-ui-bundle.js",
                "/docs/viewer/swagger-ui-standalone-preset.js",
                "/docs/viewer/favicon-32x32.png",
                "/docs/start.js",
                "/docs/page.css"
            })
    void whatTheViewerNeedsIsHere(String path) {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void pagesBringTheirOwnThaiTypeAndMayLoadIt() {
        String page = get("/problems/window-closed?lang=th").body();
        String css = get("/docs/page.css").body();

        assertThat(page).contains("/docs/page.css");
        assertThat(header(get("/problems/window-closed"), "Content-Security-Policy"))
                .contains("font-src 'self'");
        for (String font : new String[] {"thai-400", "thai-700", "latin-400", "latin-700"}) {
            assertThat(css).contains("fonts/sarabun-" + font + "-normal.woff2");
            HttpResponse<String> file = get("/docs/fonts/sarabun-" + font + "-normal.woff2");
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(header(file, "Cache-Control")).contains("max-age");
        }
    }

    @Test
    void eachServiceIsDescribedAsSeenFromOutside() {
        HttpResponse<String> response = get("/docs/openapi/scoring.json");

        assertThat(header(response, "Content-Type")).isEqualTo("application/json");
        assertThat(json(response)
                        .at("/paths/~1api~1v1~1log~1{file}/get/operationId")
                        .asString())
                .isEqualTo("scoring");
        assertThat(json(response).at("/servers/0/url").asString()).isEqualTo("/");
        assertThat(get("/docs/openapi/notification.json").statusCode()).isEqualTo(503);
        assertThat(get("/docs/openapi/nobody.json").statusCode()).isEqualTo(404);
        assertThat(get("/docs/openapi/portal.json").statusCode()).isEqualTo(404);
    }

    @Test
    void theWholeNamesWhatIsMissing() {
        JsonNode whole = json(get("/api/v1/openapi.json"));

        assertThat(whole.path("paths").propertyNames())
                .containsExactlyInAnyOrder("/api/v1/agencies.csv", "/api/v1/log/{file}", "/api/v1/disclosures");
        assertThat(whole.path("x-paths-without-door").valueStream().map(JsonNode::asString))
                .containsExactly("/api/v1/assessment", "/api/v1/disclosure", "/api/v1/scoring");
        assertThat(whole.at("/x-absent-services/0").asString()).isEqualTo("notification");
        assertThat(whole.at("/info/description").asString()).contains("notification");
    }
}
