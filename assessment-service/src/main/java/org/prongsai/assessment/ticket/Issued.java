package org.prongsai.assessment.ticket;

import java.time.LocalDate;

/**
 * How many invitations of a unit were out on the morning of a day, those withdrawn aside, and how many of them were
 * redeemed.
 */
public record Issued(LocalDate day, String agency, String instrument, int issued, int redeemed) {}
