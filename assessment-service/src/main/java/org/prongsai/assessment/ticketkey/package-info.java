/** The public halves of the keys that sign tickets: what issuer and intake both know. */
@NullMarked
package org.prongsai.assessment.ticketkey;

import org.jspecify.annotations.NullMarked;
