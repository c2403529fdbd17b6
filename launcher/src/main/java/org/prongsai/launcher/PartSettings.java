package org.prongsai.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What one process is started with beyond the usual, by those who measure it.
 *
 * @param jvm options that come after the usual ones, and so overrule them
 * @param classPath jars or folders beside what the build made
 * @param environment variables that overrule the usual ones
 */
public record PartSettings(List<String> jvm, List<Path> classPath, Map<String, String> environment) {

    static final PartSettings USUAL = new PartSettings(List.of(), List.of(), Map.of());
}
