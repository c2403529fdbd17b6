package org.prongsai.assessment.framework;

import java.util.Objects;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.assessment.FrameworkPublished;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.web.Etag;

/** A version as it is stored and shown: the same letters for ever, hence the tag. */
record Published(Framework framework, String json, Etag tag) {

    static Published of(Framework framework) {
        var json = FrameworkFile.json(framework);
        return new Published(framework, json, Etag.content(json));
    }

    static Published stored(String json) {
        return new Published(FrameworkFile.parse(json).orThrow(), json, Etag.content(json));
    }

    FrameworkRef ref() {
        return FrameworkRef.of(Objects.requireNonNull(framework.ref())).orElseThrow();
    }

    FrameworkPublished event() {
        return new FrameworkPublished(ref().toString(), EventJson.MAPPER.readTree(json));
    }
}
