package org.prongsai.assessment;

import java.util.regex.Pattern;

/** What an agency, a round or a person is called in addresses. */
public final class Slug {
    public static final String EXPECTED = "small letters, digits and single hyphens, at most 64";
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 64;

    private Slug() {}

    public static boolean good(String text) {
        return text.length() <= LONGEST && SLUG.matcher(text).matches();
    }
}
