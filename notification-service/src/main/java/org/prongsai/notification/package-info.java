/** Remembers deadlines, tells people, and keeps a ledger of what was sent. */
@NullMarked
package org.prongsai.notification;

import org.jspecify.annotations.NullMarked;
