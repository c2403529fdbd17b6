/** Where service users say what no question asks; apart from their answers, and never published as written. */
@NullMarked
package org.prongsai.portal.comment;

import org.jspecify.annotations.NullMarked;
