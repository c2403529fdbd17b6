/** How many answers come to a unit, and whether that is more than its counter can have: numbers alone, and nowhere stored. */
@NullMarked
package org.prongsai.assessment.traffic;

import org.jspecify.annotations.NullMarked;
