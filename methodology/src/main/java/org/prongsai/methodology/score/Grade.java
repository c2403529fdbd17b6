package org.prongsai.methodology.score;

import java.util.Map;

/** The level a unit reached. */
public record Grade(String code, Map<String, String> title) {}
