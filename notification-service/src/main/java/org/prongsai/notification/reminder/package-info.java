/** Which deadline is told to whom, how long before, and that it is told once. */
@NullMarked
package org.prongsai.notification.reminder;

import org.jspecify.annotations.NullMarked;
