package org.prongsai.methodology.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.prongsai.methodology.diff.DiffText;
import org.prongsai.methodology.diff.FrameworkDiff;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.itemlist.ItemList;
import org.prongsai.methodology.itemlist.SideBySide;
import org.prongsai.methodology.itemlist.SideBySideText;
import tools.jackson.databind.json.JsonMapper;

/** Checks a framework's file, or compares two; ends with 0 good, 1 refused files, 2 could not run. */
public final class FrameworkCommand {
    static final String USAGE = """
            Usage: ./prongsai framework check FILE
                   ./prongsai framework diff BEFORE AFTER [options]
                   ./prongsai framework items FILE LIST [options]

            Checks a framework (YAML or JSON) and names everything that is wrong, with its line; or tells what is
            different between two, what counts otherwise first; or lays an official list of items
            (CSV code,sub_indicator,title_th,title_en) beside the framework's own.
              --format FORMAT     text or json; for items also framework: the framework with the list taken over
                                                                   (default text)
              --language LANG     th or en                         (default en)
            Exit code: 0 good, 1 a file was refused, 2 could not run.
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final FileReader files;

    FrameworkCommand(PrintStream out, PrintStream err, Path folder) {
        this.out = out;
        this.err = err;
        this.files = new FileReader(folder);
    }

    public static void main(String[] typed) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new FrameworkCommand(out, err, Path.of("")).run(List.of(typed)));
    }

    int run(List<String> typed) {
        if (typed.isEmpty() || typed.contains("--help")) {
            out.print(USAGE);
            return typed.isEmpty() ? 2 : 0;
        }
        try {
            var options = Options.read(typed.subList(1, typed.size()), Set.of("--format", "--language"), Set.of());
            switch (typed.getFirst()) {
                case "check" -> check(options);
                case "diff" -> diff(options);
                case "items" -> items(options);
                case String other -> throw new IllegalArgumentException("check, diff or items, not " + other);
            }
            return 0;
        } catch (WrongFile refused) {
            err.println(refused.getMessage());
            return 1;
        } catch (IllegalArgumentException wrong) {
            err.println("Could not run: " + wrong.getMessage() + "\nTry --help.");
            return 2;
        }
    }

    private void check(Options options) {
        var framework = files.document(file(options, 0, 1), FrameworkFile::parse);
        out.printf(
                "%s is good: fiscal year %d, %d instruments, %d items, %d levels, languages %s%n",
                framework.name(),
                framework.fiscalYear(),
                framework.instruments().size(),
                framework.instruments().stream()
                        .mapToInt(each -> each.items().size())
                        .sum(),
                framework.levels().size(),
                String.join(", ", framework.languages()));
    }

    private void diff(Options options) {
        var language = options.one("--language", List.of("th", "en"), "en");
        var format = options.one("--format", List.of("text", "json"), "text");
        var before = files.document(file(options, 0, 2), FrameworkFile::parse);
        var after = files.document(file(options, 1, 2), FrameworkFile::parse);
        var diff = FrameworkDiff.of(before, after);
        if (format.equals("text")) new DiffText(language).lines(diff).forEach(out::println);
        else json(diff);
    }

    private void items(Options options) {
        var language = options.one("--language", List.of("th", "en"), "en");
        var format = options.one("--format", List.of("text", "json", "framework"), "text");
        var framework = files.document(file(options, 0, 2), FrameworkFile::parse);
        var marked = framework.instruments().stream()
                .filter(Instrument::marked)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the framework has no marked instrument"));
        var list = files.document(file(options, 1, 2), csv -> ItemList.parse(framework, marked, csv));
        var beside = SideBySide.of(framework, list);
        switch (format) {
            case "json" -> json(beside);
            case "framework" -> json(FrameworkFile.tree(beside.taken()));
            default -> new SideBySideText(language).lines(beside).forEach(out::println);
        }
    }

    private void json(Object document) {
        out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document));
    }

    private static String file(Options options, int at, int wanted) {
        if (options.files().size() != wanted)
            throw new IllegalArgumentException("%d files are needed, %d were named: %s"
                    .formatted(wanted, options.files().size(), options.files()));
        return options.files().get(at);
    }
}
