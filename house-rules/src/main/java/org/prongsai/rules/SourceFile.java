package org.prongsai.rules;

import java.util.List;

/** A source file: its path inside the module, its text and what a parser sees in it. */
record SourceFile(String path, int lines, List<TopType> types, List<Method> methods, int flatMapNesting) {

    /** A class, record, interface or enum that is not nested in another. */
    record TopType(String name, boolean hasSentence) {}

    /** A method or constructor and how long it is. */
    record Method(String name, int lines, int parameters, Kind kind) {}

    /** Records may have as many components as the thing they describe has parts; a constructor of a class may not. */
    enum Kind {
        METHOD,
        CONSTRUCTOR,
        RECORD_CONSTRUCTOR
    }
}
