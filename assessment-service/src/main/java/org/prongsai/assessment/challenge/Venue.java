package org.prongsai.assessment.challenge;

import org.prongsai.assessment.Unit;

/** What a puzzle is worth something for: one survey of one unit. */
record Venue(Unit unit, String instrument) {}
