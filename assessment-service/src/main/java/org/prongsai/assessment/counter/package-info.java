/** The codes that a unit's counter shows, or prints on the slips of its queue: who has one answers without any puzzle. */
@NullMarked
package org.prongsai.assessment.counter;

import org.jspecify.annotations.NullMarked;
