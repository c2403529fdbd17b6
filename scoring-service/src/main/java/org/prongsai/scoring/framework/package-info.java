/** Framework versions, parsed once and kept: they never change. */
@NullMarked
package org.prongsai.scoring.framework;

import org.jspecify.annotations.NullMarked;
