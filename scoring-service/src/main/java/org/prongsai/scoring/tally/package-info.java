/** Released answers become sums, each answer once, and can be taken back exactly. */
@NullMarked
package org.prongsai.scoring.tally;

import org.jspecify.annotations.NullMarked;
