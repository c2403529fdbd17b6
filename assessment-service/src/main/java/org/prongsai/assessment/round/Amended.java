package org.prongsai.assessment.round;

import java.util.List;
import org.prongsai.contracts.assessment.RoundEvent;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.web.Fault;

/** The round as somebody wants it from now on and what is told of it, or every reason why not. */
public record Amended(RoundState state, List<? extends RoundEvent> events, List<Fault> faults) {}
