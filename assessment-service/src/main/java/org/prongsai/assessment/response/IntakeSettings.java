package org.prongsai.assessment.response;

import org.prongsai.assessment.group.Sizes;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How responses that arrive together share a commit. */
@ConfigurationProperties("prongsai.intake")
record IntakeSettings(int lanes, int batch, int waiting) {

    IntakeSettings {
        new Sizes(lanes, batch, waiting).checked("prongsai.intake");
    }

    Sizes sizes() {
        return new Sizes(lanes, batch, waiting);
    }
}
