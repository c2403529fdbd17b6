package org.prongsai.rules;

/** How long a source file may be. */
final class Size {

    static final int LINES = 300;

    static final Rule A_FILE_FITS_ON_A_FEW_SCREENS = new Rule(
            "A file has at most " + LINES + " lines",
            "Large systems rot at the central noun: the one file that everybody has to change.",
            "Split it by state or by decision, and give each half a name of its own.",
            code -> code.sources()
                    .filter(file -> file.lines() > LINES)
                    .map(file -> "%s has %d lines".formatted(file.path(), file.lines()))
                    .toList());

    private Size() {}
}
