/** What service users write in their own words: taken in, read by few, and shown to others by theme and in others' words. */
@NullMarked
package org.prongsai.assessment.comment;

import org.jspecify.annotations.NullMarked;
