/** The units below an agency in a round, taken together. */
@NullMarked
package org.prongsai.scoring.subtree;

import org.jspecify.annotations.NullMarked;
