/** What the assessment service says of offices and surveys, and how answers come to it. */
@NullMarked
package org.prongsai.portal.survey;

import org.jspecify.annotations.NullMarked;
