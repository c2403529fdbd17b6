@NullMarked
package org.prongsai.local;

import org.jspecify.annotations.NullMarked;
