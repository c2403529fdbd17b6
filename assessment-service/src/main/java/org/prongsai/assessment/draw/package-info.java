/** How invitations are given out: to whom codes are shown, who may draw, how many, and what was drawn. */
@NullMarked
package org.prongsai.assessment.draw;

import org.jspecify.annotations.NullMarked;
