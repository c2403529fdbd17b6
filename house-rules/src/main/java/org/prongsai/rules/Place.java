package org.prongsai.rules;

import com.tngtech.archunit.core.domain.JavaClass;

/** Says where something was found, in the form that development tools turn into a link. */
final class Place {

    private Place() {}

    static String of(JavaClass type) {
        return of(type, 0);
    }

    static String of(JavaClass type, int line) {
        String file = Code.simpleName(Code.outermost(type)) + ".java";
        return "%s (%s)".formatted(type.getName(), line > 0 ? file + ":" + line : file);
    }
}
