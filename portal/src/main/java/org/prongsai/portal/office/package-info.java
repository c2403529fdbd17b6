/** What an office shows its visitors: its start page and its poster. */
@NullMarked
package org.prongsai.portal.office;

import org.jspecify.annotations.NullMarked;
