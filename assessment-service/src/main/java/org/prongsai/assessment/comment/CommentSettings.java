package org.prongsai.assessment.comment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The bounds of comments.
 *
 * @param waiting most of a unit and round that wait for their review: more than anybody reads, and no more than a disk bears
 * @param forgetAfter so long after the end of a unit's window texts are kept
 */
@ConfigurationProperties("prongsai.comments")
record CommentSettings(int waiting, Duration forgetAfter) {

    CommentSettings {
        if (waiting < 1 || forgetAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "prongsai.comments.waiting is %d and .forget-after %s, expected 1 or more and no negative duration"
                            .formatted(waiting, forgetAfter));
        }
    }
}
