/** Whether what was acknowledged is released once, whatever dies meanwhile. */
@org.jspecify.annotations.NullMarked
package org.prongsai.e2e.drill;
