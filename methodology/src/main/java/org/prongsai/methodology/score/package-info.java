/** From tallies and marks to a scorecard: exact to the last step, rounded once. */
@NullMarked
package org.prongsai.methodology.score;

import org.jspecify.annotations.NullMarked;
