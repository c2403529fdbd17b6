package org.prongsai.assessment.pool;

/** One instrument of a round, asked of all its units. */
record SurveyKey(String round, String instrument) {}
