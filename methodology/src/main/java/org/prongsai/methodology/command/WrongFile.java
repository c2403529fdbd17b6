package org.prongsai.methodology.command;

import java.util.List;
import org.prongsai.methodology.Fault;

/** A file that was read and refused, with every reason: {@code file:line: place: rule, expected …, found …}. */
final class WrongFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongFile(String file, List<Fault> faults) {
        super(String.join("\n", faults.stream().map(fault -> line(file, fault)).toList()));
    }

    private static String line(String file, Fault fault) {
        var at = fault.line() == null ? file : file + ":" + fault.line();
        var place = fault.pointer().isEmpty() ? "" : fault.pointer() + ": ";
        var expected = fault.expected() == null ? "" : ", expected " + fault.expected();
        var actual = fault.actual() == null ? "" : ", found " + fault.actual();
        return at + ": " + place + fault.reason() + expected + actual;
    }
}
