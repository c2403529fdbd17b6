/** What is written to people, and how it gets there: texts, the ledger and the post. */
@NullMarked
package org.prongsai.notification.message;

import org.jspecify.annotations.NullMarked;
