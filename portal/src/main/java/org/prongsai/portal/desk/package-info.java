/** The desk of those who work for a unit: what is to be done until when, and how the unit stands. */
@NullMarked
package org.prongsai.portal.desk;

import org.jspecify.annotations.NullMarked;
