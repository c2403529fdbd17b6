/** Results of all years of an agency and of those it came from, and the files that bring in those of earlier years. */
@NullMarked
package org.prongsai.scoring.history;

import org.jspecify.annotations.NullMarked;
