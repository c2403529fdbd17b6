/** What is counted of answers to open parts apart from them: the day, the language, and in which capacity people came. */
@NullMarked
package org.prongsai.assessment.reception;

import org.jspecify.annotations.NullMarked;
