package org.prongsai.gateway.signin;

/** The issuer cannot be asked, so a token can be neither believed nor refused. */
final class IssuerAway extends IllegalStateException {
    private static final long serialVersionUID = 1;

    IssuerAway(Throwable cause) {
        super("The issuer does not answer", cause);
    }
}
