package org.prongsai.assessment.challenge;

import org.jspecify.annotations.Nullable;

/**
 * What a respondent sends beside the answers for them to be taken at their word.
 *
 * @param proof a solved puzzle
 * @param counterCode as the unit's counter shows it, typed by hand
 */
public record Voucher(@Nullable String proof, @Nullable String counterCode) {

    boolean none() {
        return proof == null && counterCode == null;
    }

    @Override
    public String toString() {
        return "Voucher[…]";
    }
}
