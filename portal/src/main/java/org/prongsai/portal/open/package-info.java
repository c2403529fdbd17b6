/** Pages for everybody that are about no survey: how to find an office, who hears complaints, how people are protected, what words mean. */
@NullMarked
package org.prongsai.portal.open;

import org.jspecify.annotations.NullMarked;
