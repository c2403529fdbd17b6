package org.prongsai.blind;

import org.jspecify.annotations.Nullable;

/** What a person typed as an invitation code: either it is one, or this is what is wrong with it. */
public sealed interface TypedCode permits InvitationCode, TypedCode.Mistake {

    /**
     * The first thing wrong.
     *
     * @param reason {@code unknown-letter}, {@code wrong-length} or {@code mistyped}; the first that applies
     * @param letter the unknown letter as it was typed, otherwise null
     * @param place which of the letters it is, from 1, separators not counted; otherwise null
     */
    record Mistake(
            String reason,
            @Nullable String letter,
            @Nullable Integer place) implements TypedCode {}
}
