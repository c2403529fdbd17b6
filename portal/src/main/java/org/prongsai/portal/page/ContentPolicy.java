package org.prongsai.portal.page;

import java.net.URI;

/**
 * What browsers are told a page may do: nothing that is not ours, no script in the page itself, no frame around it.
 *
 * @param page of every page
 * @param desk of pages of somebody signed in, whose sign-out leads on to the issuer
 */
record ContentPolicy(String page, String desk) {

    static final String HEADER = "Content-Security-Policy";

    private static final String COMMON =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    static ContentPolicy of(String issuer) {
        var address = URI.create(issuer);
        return new ContentPolicy(COMMON, COMMON + " " + address.getScheme() + "://" + address.getAuthority());
    }

    String at(String path) {
        return ofSomebodySignedIn(path) ? desk : page;
    }

    static boolean ofSomebodySignedIn(String path) {
        return path.equals("/desk") || path.startsWith("/desk/");
    }
}
