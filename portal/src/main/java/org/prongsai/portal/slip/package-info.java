/** Invitations on their way to people: drawn, printed on slips, saved as a file or sent by mail; and the counter's code. */
@NullMarked
package org.prongsai.portal.slip;

import org.jspecify.annotations.NullMarked;
