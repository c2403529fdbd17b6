/** Every word of the pages in every language, and how dates, numbers and names are said in it. */
@NullMarked
package org.prongsai.portal.speech;

import org.jspecify.annotations.NullMarked;
