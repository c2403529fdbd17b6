package org.prongsai.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.stream.Stream;

/** One module as written and as compiled: its package, its classes and its source files, main and test apart. */
record Code(
        String basePackage,
        JavaClasses main,
        JavaClasses tests,
        List<SourceFile> mainSources,
        List<SourceFile> testSources) {

    static final String ROOT = "org.prongsai.";

    /** The module's word: {@code scoring} for {@code org.prongsai.scoring}. */
    String module() {
        return Modules.of(basePackage);
    }

    Stream<JavaClass> all() {
        return Stream.concat(main.stream(), tests.stream());
    }

    Stream<SourceFile> sources() {
        return Stream.concat(mainSources.stream(), testSources.stream());
    }

    /** Nested, local and anonymous classes answer for nothing themselves: the class that holds them does. */
    static String outermost(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    static String simpleName(String fullName) {
        return fullName.substring(fullName.lastIndexOf('.') + 1);
    }
}
