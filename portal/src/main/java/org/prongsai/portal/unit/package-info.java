/** What the assessment service tells of a unit in a round to those who work with it, by their own token. */
@NullMarked
package org.prongsai.portal.unit;

import org.jspecify.annotations.NullMarked;
