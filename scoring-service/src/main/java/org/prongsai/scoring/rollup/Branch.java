package org.prongsai.scoring.rollup;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prongsai.scoring.subtree.Summary;

/**
 * What the units of an agency and below it come to together.
 *
 * @param name empty while the agency was not heard of
 */
record Branch(
        String agency, Map<String, String> name, @Nullable String type, Summary summary) {}
