/** Codes that go straight to people by mail: sealed until the mail server has taken them, and shown to nobody else. */
@NullMarked
package org.prongsai.assessment.letter;

import org.jspecify.annotations.NullMarked;
