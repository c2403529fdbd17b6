package org.prongsai.assessment.lineage;

import java.util.List;
import java.util.function.Supplier;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.web.Fault;

/** What a new name, a merger or a split comes to: the agencies it changes, the one it is about first; or what stands against it. */
record Turn(List<Agency> changed, List<Fault> faults) {

    static Turn of(Findings findings, Supplier<List<Agency>> changed) {
        var faults = findings.faults();
        return new Turn(faults.isEmpty() ? changed.get() : List.of(), faults);
    }
}
