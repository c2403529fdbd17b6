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
                "GET    | cross-site  | https://evil.example | true",
                "HEAD   |             |                      | true",
                "OPTIONS|             |                      | true",
                "POST   | same-origin |                      | true",
                "POST   | same-origin | null                 | true",
                "DELETE | same-site   | https://ita.example  | false",
                "PUT    | cross-site  | https://ita.example  | false",
                "POST   | none        |                      | false",
                "PATCH  | anything    | https://ita.example  | false",
                "POST   |             | https://ita.example  | true",
                "POST   |             | http://ita.example   | false",
                "POST   |             | https://ita.example.evil.example | false",
                "POST   |             | https://ita.example:8443 | false",
                "POST   |             | null                 | false",
                "POST   |             |                      | false",
                "BREW   |             |                      | false"
            })
    void whatChangesSomethingComesFromUs(String method, String site, String from, boolean allowed) {
        assertThat(pages.allow(method, site, from)).isEqualTo(allowed);
    }
}
