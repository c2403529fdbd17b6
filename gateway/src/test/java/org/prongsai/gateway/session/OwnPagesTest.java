package org.prongsai.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPagesTest {
    private final OwnPages pages = new OwnPages("https://ita.example");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /desk | cross-site  | https://evil.example | true",
                "GET    | /api/v1/x | cross-site | | false",
                "GET    | /api/v1/x | same-site | | false",
                "GET    | /api/v1/x | same-origin | | true",
                "GET    | /api/v1/x | none | | true",
                "GET    | /api/v1/x | | | true",
                "HEAD   | /desk |              |                      | true",
                "OPTIONS| /desk |              |                      | true",
                "POST   | /desk |  same-origin |                      | true",
                "POST   | /desk |  same-origin | null                 | true",
                "DELETE | /desk |  same-site   | https://ita.example  | false",
                "PUT    | /desk |  cross-site  | https://ita.example  | false",
                "POST   | /desk |  none        |                      | false",
                "PATCH  | /desk |  anything    | https://ita.example  | false",
                "POST   | /desk |              | https://ita.example  | true",
                "POST   | /desk |              | http://ita.example   | false",
                "POST   | /desk |              | https://ita.example.evil.example | false",
                "POST   | /desk |              | https://ita.example:8443 | false",
                "POST   | /desk |              | null                 | false",
                "POST   | /desk |              |                      | false",
                "BREW   | /desk |              |                      | false"
            })
    void whatChangesSomethingComesFromUs(String method, String path, String site, String from, boolean allowed) {
        assertThat(pages.allow(method, path, site, from)).isEqualTo(allowed);
    }
}
