/** What may change about a round beside its calendar: who is assessed together, and by which version of its framework. */
@NullMarked
package org.prongsai.assessment.amendment;

import org.jspecify.annotations.NullMarked;
