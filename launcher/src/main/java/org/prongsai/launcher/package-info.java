@NullMarked
package org.prongsai.launcher;

import org.jspecify.annotations.NullMarked;
