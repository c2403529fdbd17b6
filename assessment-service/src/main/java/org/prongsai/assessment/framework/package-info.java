/** Methodology as data: what is asked and how it counts, one immutable version after the other. */
@NullMarked
package org.prongsai.assessment.framework;

import org.jspecify.annotations.NullMarked;
