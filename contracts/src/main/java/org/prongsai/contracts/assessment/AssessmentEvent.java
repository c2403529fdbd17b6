package org.prongsai.contracts.assessment;

import org.prongsai.contracts.Event;

/** What the assessment service tells. */
public sealed interface AssessmentEvent extends Event
        permits AgencyChanged, FrameworkPublished, PersonChanged, PopulationRegistered, ResponsesReleased, RoundEvent {}
