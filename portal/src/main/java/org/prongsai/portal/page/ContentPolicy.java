package org.prongsai.portal.page;

/** What browsers are told a page may do: nothing that is not ours, no script in the page itself, no frame around it. */
final class ContentPolicy {

    static final String HEADER = "Content-Security-Policy";

    static final String PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private ContentPolicy() {}
}
