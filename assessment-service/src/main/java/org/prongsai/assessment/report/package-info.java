/** What holders of invitations report without naming themselves: that a code was used by others, or that answers were dictated. */
@NullMarked
package org.prongsai.assessment.report;

import org.jspecify.annotations.NullMarked;
