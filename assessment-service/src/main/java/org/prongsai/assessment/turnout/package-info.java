/** How many have answered in a unit and how many must: at once for the authority, each morning for everybody else. */
@NullMarked
package org.prongsai.assessment.turnout;

import org.jspecify.annotations.NullMarked;
