package org.prongsai.notification.register;

import java.util.List;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.PersonChanged;
import org.prongsai.contracts.assessment.RoundState;

/** Everything that decides who is told what: rounds with their calendars, agencies, and people with their duties. */
public record Register(List<RoundState> rounds, List<AgencyChanged> agencies, List<PersonChanged> people) {}
