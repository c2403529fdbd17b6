/** What a unit's score is, from everything known about the unit; written in the transaction of what changed it. */
@NullMarked
package org.prongsai.scoring.score;

import org.jspecify.annotations.NullMarked;
