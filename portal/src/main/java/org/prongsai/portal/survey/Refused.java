package org.prongsai.portal.survey;

/** A service did not do what was asked; how a page learns why. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Told told;

    public Refused(Told told) {
        super(told.status() + " " + told.type(), null, false, false);
        this.told = told;
    }

    public Told told() {
        return told;
    }
}
