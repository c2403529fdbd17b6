package org.prongsai.methodology.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.prongsai.methodology.Fault;
import org.prongsai.methodology.diff.DiffText;
import org.prongsai.methodology.diff.FrameworkDiff;
import org.prongsai.methodology.file.Doubts;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.file.TranslationFile;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.itemlist.ItemList;
import org.prongsai.methodology.itemlist.SideBySide;
import org.prongsai.methodology.itemlist.SideBySideText;
import org.prongsai.methodology.score.Stake;
import org.prongsai.methodology.score.Words;
import org.prongsai.methodology.score.Worth;
import tools.jackson.databind.json.JsonMapper;

/** Checks a framework's file, or compares two; ends with 0 good, 1 refused files, 2 could not run. */
public final class FrameworkCommand {
    static final String USAGE = """
            Usage: ./prongsai framework check FILE [LANGUAGE …]
                   ./prongsai framework stakes FILE
                   ./prongsai framework diff BEFORE AFTER [options]
                   ./prongsai framework items FILE LIST [options]

            check   names everything that is wrong in a framework (YAML or JSON), with its line, and what looks like a
                    slip; language files named behind it are laid in and checked too
            stakes  how many points each item is worth
            diff    what is different between two, what counts otherwise first
            items   lays an official list (CSV code,sub_indicator,title_th,title_en) beside the framework's own
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
            var options =
                    Options.read(typed.subList(1, typed.size()), Set.of("--format", "--language"), Set.of(), Set.of());
            switch (typed.getFirst()) {
                case "check" -> check(options);
                case "stakes" -> stakes(options);
                case "diff" -> diff(options);
                case "items" -> items(options);
                case String other -> throw new IllegalArgumentException("check, stakes, diff or items, not " + other);
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
        if (options.files().isEmpty()) file(options, 0, 1);
        var framework = files.document(options.files().getFirst(), FrameworkFile::parse);
        for (var language : options.files().subList(1, options.files().size())) framework = spoken(framework, language);
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
        var doubts = Doubts.of(framework);
        if (!doubts.isEmpty()) out.println("look again, this may be last year's:");
        for (var doubt : doubts)
            out.printf(
                    "  %s: %s, %s in fiscal year %s%n",
                    doubt.pointer(), doubt.reason(), doubt.actual(), framework.fiscalYear());
    }

    private Framework spoken(Framework framework, String file) {
        var translation = files.document(file, TranslationFile::parse);
        if (!translation.isFor(framework))
            throw new WrongFile(
                    file,
                    List.of(new Fault("/frameworks", "another-framework", framework.name(), translation.frameworks())));
        return files.document(file, _ -> translation.into(framework));
    }

    private void stakes(Options options) {
        var language = options.one("--language", List.of("th", "en"), "en");
        var format = options.one("--format", List.of("text", "json"), "text");
        var framework = files.document(file(options, 0, 1), FrameworkFile::parse);
        var words = Words.in(language);
        var worths = Worth.of(framework);
        if (format.equals("json")) {
            json(worths.stream().map(each -> stake(framework, each)).toList());
            return;
        }
        var rows = worths.stream()
                .map(each -> stake(framework, each))
                .map(each -> List.of(
                        each.instrument(),
                        each.item(),
                        each.instrumentPoints().toPlainString(),
                        each.totalPoints().toPlainString(),
                        framework
                                .item(each.item())
                                .map(item -> words.of(item.text()))
                                .orElse("")))
                .toList();
        out.println(words.say("stakes"));
        new Columns(rows).lines().forEach(out::println);
    }

    private static Stake stake(Framework framework, Worth worth) {
        return Stake.of(worth, framework.rounding().places());
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
            case "framework" -> json(FrameworkFile.tree(files.document(file(options, 1, 2), _ -> beside.taken())));
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
