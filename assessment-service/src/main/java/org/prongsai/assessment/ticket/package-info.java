/** The issuer: keeps invitations and signs tickets blindly. It knows who may answer and nothing of answers. */
@NullMarked
package org.prongsai.assessment.ticket;

import org.jspecify.annotations.NullMarked;
