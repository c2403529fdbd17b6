/** Takes a unit's score apart, down to what people answered, as far as anybody may see it. */
@NullMarked
package org.prongsai.scoring.explain;

import org.jspecify.annotations.NullMarked;
