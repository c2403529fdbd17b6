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
        return (fault.line() == null ? file : file + ":" + fault.line()) + ": " + fault.said();
    }
}
