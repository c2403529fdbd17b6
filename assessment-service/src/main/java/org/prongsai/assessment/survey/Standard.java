package org.prongsai.assessment.survey;

import java.util.List;
import org.prongsai.assessment.round.Round;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;

/** A round and the framework by which its units are measured. */
public record Standard(Round round, Framework framework) {

    /** What people answer, in the order of the framework. */
    public List<Instrument> surveys() {
        return framework.instruments().stream().filter(each -> !each.marked()).toList();
    }
}
