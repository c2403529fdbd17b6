package org.prongsai.assessment.ticket;

import org.prongsai.assessment.ticket.InvitationStore.Invitation;

/**
 * What became of a claim.
 *
 * @param invitation as it was just before
 * @param redeemed whether it is now, for the number of the claim
 */
record Claimed(Invitation invitation, boolean redeemed) {}
