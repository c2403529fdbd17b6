/** Who does what for which agency, from when to when. */
@NullMarked
package org.prongsai.assessment.person;

import org.jspecify.annotations.NullMarked;
