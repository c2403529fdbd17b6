package org.prongsai.assessment.survey;

import org.jspecify.annotations.Nullable;

/**
 * A survey that the people of a unit answer.
 *
 * @param lead the unit as part of which theirs is assessed, to which they answer; null where it stands for itself
 */
record UnitSurvey(Survey survey, @Nullable String lead) {}
