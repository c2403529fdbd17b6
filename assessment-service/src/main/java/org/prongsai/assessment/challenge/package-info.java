/**
 * What vouches for an answer to an open part while a unit is flooded: a solved puzzle, spent once, or a code of the unit's
 * counter. An answer without either is never refused; it goes to a part of its own.
 */
@NullMarked
package org.prongsai.assessment.challenge;

import org.jspecify.annotations.NullMarked;
