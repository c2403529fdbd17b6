@NullMarked
package org.prongsai.portal;

import org.jspecify.annotations.NullMarked;
