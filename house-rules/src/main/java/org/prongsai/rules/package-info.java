/** The architecture as tests: every module runs these rules on itself. */
@NullMarked
package org.prongsai.rules;

import org.jspecify.annotations.NullMarked;
