package org.prongsai.seeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.seeds.demo.Demonstration;
import org.prongsai.seeds.demo.Unit;
import org.prongsai.seeds.file.FrameworkReader;
import org.prongsai.seeds.file.OfficeText;
import org.prongsai.seeds.file.SeedReader;
import org.prongsai.seeds.folder.FolderWriter;
import org.prongsai.seeds.folder.Legend;
import org.prongsai.seeds.plan.Plan;
import org.prongsai.seeds.plan.Roster;

/** Makes up a round as files in a folder. */
final class DemoFolderJob {

    private DemoFolderJob() {}

    static void run(DemoArguments arguments, ProgressWriter progress) {
        Framework framework = framework(arguments.framework());
        Roster roster = arguments.units().stream()
                .mapToObj(registered(arguments)::sized)
                .findFirst()
                .orElseGet(() -> registered(arguments));
        // Apart from the seeds of rounds, so that no token can be that of a packaged demonstration.
        String seed = "demo/" + arguments.seed();
        List<Unit> units =
                new Plan(seed, roster, arguments.mix(), arguments.wanted(), arguments.coachedShare()).units(framework);
        var demonstration = new Demonstration(seed, framework, units);
        var legend = new Legend(arguments.seed(), roster, arguments.command());
        Path folder = Path.of(arguments.out().orElseThrow());
        new FolderWriter(framework, demonstration)
                .write(
                        folder,
                        arguments.force(),
                        legend,
                        done -> progress.during("Responses", done, demonstration.responses()));
        progress.done(new Step(folder.toString(), counts(demonstration)));
    }

    private static Map<String, Integer> counts(Demonstration demonstration) {
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("units", demonstration.units().size());
        counts.put("responses", demonstration.responses());
        return counts;
    }

    private static Framework framework(String name) {
        String packaged = "frameworks/" + name + ".yaml";
        boolean known = SeedReader.packaged().frameworks().contains(name);
        if (!known && !Files.isRegularFile(Path.of(name)))
            throw new IllegalArgumentException("--framework %s: it is neither a packaged framework (%s) nor a file"
                    .formatted(name, String.join(", ", SeedReader.packaged().frameworks())));
        Framework framework = FrameworkReader.valid(
                "--framework " + name,
                FrameworkFile.parse(known ? SeedReader.packaged().text(packaged) : text("--framework", name)));
        return Fitting.checked("--framework " + name, framework);
    }

    private static Roster registered(DemoArguments arguments) {
        return arguments
                .agencies()
                .map(DemoFolderJob::roster)
                .orElseGet(() -> Roster.of(SeedReader.packaged().text(SeedJob.AGENCIES), today()));
    }

    static Roster roster(String file) {
        String text = text("--agencies", file);
        try {
            return Roster.of(text, today());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("--agencies %s: %s".formatted(file, wrong.getMessage()), wrong);
        }
    }

    private static LocalDate today() {
        return LocalDate.now(SeedJob.THAILAND);
    }

    private static String text(String option, String file) {
        try {
            return OfficeText.of(Files.readAllBytes(Path.of(file)))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "%s %s: it is a text neither in UTF-8 nor in windows-874; save it as UTF-8"
                                    .formatted(option, file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "%s %s: there is no such file that can be read".formatted(option, file), unreadable);
        }
    }
}
