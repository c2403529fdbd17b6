package org.prongsai.assessment.framework;

import java.util.Optional;
import java.util.regex.Pattern;
import org.prongsai.assessment.Slug;

/** One version of a framework, as in {@code ita-immigration-2567@1}. */
public record FrameworkRef(String name, int version) {
    private static final Pattern REF = Pattern.compile("([^@]+)@([1-9][0-9]{0,8})");

    public static Optional<FrameworkRef> of(String text) {
        var ref = REF.matcher(text);
        return ref.matches() && Slug.good(ref.group(1))
                ? Optional.of(new FrameworkRef(ref.group(1), Integer.parseInt(ref.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return name + "@" + version;
    }
}
