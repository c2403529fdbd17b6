/** The balance of invitations: how many were given out, redeemed and used, day by day, for everybody to look at. */
@NullMarked
package org.prongsai.assessment.balance;

import org.jspecify.annotations.NullMarked;
