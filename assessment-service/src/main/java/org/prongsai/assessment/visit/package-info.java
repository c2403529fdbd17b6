/** Which of a day's visitors assessors ask (EIT part 2), at the counter or by telephone; each visit with a code of its own. */
@NullMarked
package org.prongsai.assessment.visit;

import org.jspecify.annotations.NullMarked;
