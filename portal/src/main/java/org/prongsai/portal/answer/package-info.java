/** Answering the survey of service users: one question a screen or all on a page, with a script or without. */
@NullMarked
package org.prongsai.portal.answer;

import org.jspecify.annotations.NullMarked;
