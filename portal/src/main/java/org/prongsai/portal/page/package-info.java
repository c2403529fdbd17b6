/** How a page comes to be: layout, assets, what browsers are told about it, and what is shown when it cannot be. */
@NullMarked
package org.prongsai.portal.page;

import org.jspecify.annotations.NullMarked;
