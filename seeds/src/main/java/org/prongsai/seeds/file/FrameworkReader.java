package org.prongsai.seeds.file;

import java.util.stream.Collectors;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.Parsed;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.file.TranslationFile;
import org.prongsai.methodology.framework.Framework;

/** Reads a framework and lays into it every language file that names it. */
public record FrameworkReader(SeedReader files) {

    public Framework read(String name) {
        String file = "frameworks/" + name + ".yaml";
        Framework framework = valid(file, FrameworkFile.parse(files.text(file)));
        for (String language : files.languages()) framework = spoken(framework, language);
        return framework;
    }

    private Framework spoken(Framework framework, String file) {
        var translation = valid(file, TranslationFile.parse(files.text(file)));
        return translation.isFor(framework) ? valid(file, translation.into(framework)) : framework;
    }

    /** What was read, or every reason why this file cannot be. */
    public static <T> T valid(String file, Parsed<T> parsed) {
        if (parsed.problems().isEmpty()) return parsed.orThrow();
        throw new IllegalArgumentException(parsed.problems().stream()
                .map(Fault::said)
                .collect(Collectors.joining("\n  ", file + " cannot be read:\n  ", "")));
    }
}
