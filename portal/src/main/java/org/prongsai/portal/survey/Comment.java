package org.prongsai.portal.survey;

/**
 * What a service user writes.
 *
 * @param id made when the page was shown, so that sending twice makes one comment
 */
public record Comment(String id, String instrument, String language, String text) {

    @Override
    public String toString() {
        return "Comment[…]";
    }
}
