package org.prongsai.assessment.turnout;

import java.time.LocalDate;

/** How many had answered a part of an instrument at a unit on the morning of a day. */
public record Used(LocalDate day, String agency, String instrument, String part, int responses) {}
