package org.prongsai.contracts.assessment;

/** Something happened to a round; whatever it was, the whole round as it is now comes with it. */
public sealed interface RoundEvent extends AssessmentEvent
        permits RoundOpened, WindowExtended, UnitsJoined, RoundReframed {

    RoundState state();

    @Override
    default String subject() {
        return state().round();
    }
}
