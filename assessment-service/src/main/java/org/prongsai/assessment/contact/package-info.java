/** Whom assessors may call about EIT part 2: apart from codes and answers, called once at most, gone at the close. */
@NullMarked
package org.prongsai.assessment.contact;

import org.jspecify.annotations.NullMarked;
