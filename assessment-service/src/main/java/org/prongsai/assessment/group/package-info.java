/** What arrives together shares one commit. */
@NullMarked
package org.prongsai.assessment.group;

import org.jspecify.annotations.NullMarked;
