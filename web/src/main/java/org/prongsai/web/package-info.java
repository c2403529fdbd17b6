/** How a service speaks HTTP: problems, the access table, pages, etags, languages and the audit trail. */
@NullMarked
package org.prongsai.web;

import org.jspecify.annotations.NullMarked;
