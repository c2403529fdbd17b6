/**
 * How an assessment is scored, as a pure function of data.
 *
 * <pre>
 * question   = mean of the values people gave it        (an option without value is left out)
 * item       = mean of its sub-items, or its question
 * indicator  = mean of its sub-indicators' means where it has any, else of its items
 * survey     = mean of its indicators; parts combined by weight, a part below k gives its weight to the others
 * total      = weighted sum of the instruments
 * </pre>
 *
 * Everything is exact ({@code Ratio}) until the one rounding at the end; what is empty is null, never 0. Verified by published rows of
 * FY2564: the mean of sub-indicators (not of items), and the weights 0.30, 0.30, 0.40. Provisional, hence data: the option values of six
 * levels, the halves of the external survey's parts, the sample rule for all kinds of agency, and what follows below it.
 *
 * <p>Where the sources leave a choice, the choice is: an indicator that one counted part lacks comes from the parts that have it; a marked
 * instrument has no score until all its items are marked; the minimum is held against the answers of all parts, small ones too; the
 * finite-population correction of a part uses that part's answers and the instrument's population.
 *
 * <p>The error of a survey is linearised. With w the share of question q in the score, v the value respondent i gave it, m its mean over the
 * n(q) who gave one, the influence of i among n respondents is z(i) = sum over q of w(q) · n / n(q) · (v(i,q) − m(q)), and
 * SE² = (1 − min(1, n/N)) · sum z² / (n − 1) / n. Expanding sum z² needs, for each pair of questions, only four integer sums over those who gave
 * both a value; these are what a {@code Tally} keeps.
 */
@NullMarked
package org.prongsai.methodology;

import org.jspecify.annotations.NullMarked;
