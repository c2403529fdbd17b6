package org.prongsai.methodology.command;

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

/** Checks a framework's file, or compares two; ends with 0 good, 1 refused files, 2 could not run. */
final class FrameworkCommand {
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

    private final TerminalWriter terminal;
    private final FileReader files;

    FrameworkCommand(TerminalWriter terminal, Path folder) {
        this.terminal = terminal;
        this.files = new FileReader(folder);
    }

    int run(List<String> typed) {
        return terminal.run(USAGE, typed, () -> run(typed.getFirst(), typed.subList(1, typed.size())));
    }

    private void run(String what, List<String> typed) {
        var options = Options.read(typed, Set.of("--format", "--language"), Set.of(), Set.of());
        switch (what) {
            case "check" -> check(options);
            case "stakes" -> stakes(options);
            case "diff" -> diff(options);
            case "items" -> items(options);
            default -> throw new IllegalArgumentException("check, stakes, diff or items, not " + what);
        }
    }

    private void check(Options options) {
        if (options.files().isEmpty()) options.files(1);
        var framework = files.document(options.files().getFirst(), FrameworkFile::parse);
        for (var language : options.files().subList(1, options.files().size())) framework = spoken(framework, language);
        terminal.line("%s is good: fiscal year %d, %d instruments, %d items, %d levels, languages %s"
                .formatted(
                        framework.name(),
                        framework.fiscalYear(),
                        framework.instruments().size(),
                        framework.instruments().stream()
                                .mapToInt(each -> each.items().size())
                                .sum(),
                        framework.levels().size(),
                        String.join(", ", framework.languages())));
        var doubts = Doubts.of(framework);
        if (!doubts.isEmpty()) terminal.line("look again, this may be last year's:");
        for (var doubt : doubts)
            terminal.line("  %s: %s, %s in fiscal year %d"
                    .formatted(doubt.pointer(), doubt.reason(), doubt.actual(), framework.fiscalYear()));
    }

    private Framework spoken(Framework framework, String file) {
        var translation = files.document(file, TranslationFile::parse);
        if (!translation.isFor(framework))
            throw new WrongFile(
                    file,
                    List.of(new Fault("/frameworks", "another-framework", framework.name(), translation.frameworks())));
        return FileReader.orWrong(file, translation.into(framework));
    }

    private void stakes(Options options) {
        var language = options.one("--language", List.of("th", "en"), "en");
        var format = options.one("--format", List.of("text", "json"), "text");
        var framework = files.document(options.files(1).getFirst(), FrameworkFile::parse);
        var words = Words.in(language);
        var worths = Worth.of(framework);
        if (format.equals("json")) {
            terminal.json(worths.stream().map(each -> stake(framework, each)).toList());
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
        terminal.line(words.say("stakes"));
        terminal.lines(new Columns(rows).lines());
    }

    private static Stake stake(Framework framework, Worth worth) {
        return Stake.of(worth, framework.rounding().places());
    }

    private void diff(Options options) {
        var language = options.one("--language", List.of("th", "en"), "en");
        var format = options.one("--format", List.of("text", "json"), "text");
        var before = files.document(options.files(2).getFirst(), FrameworkFile::parse);
        var after = files.document(options.files(2).getLast(), FrameworkFile::parse);
        var diff = FrameworkDiff.of(before, after);
        if (format.equals("text")) terminal.lines(new DiffText(language).lines(diff));
        else terminal.json(diff);
    }

    private void items(Options options) {
        var language = options.one("--language", List.of("th", "en"), "en");
        var format = options.one("--format", List.of("text", "json", "framework"), "text");
        var named = options.files(2);
        var framework = files.document(named.getFirst(), FrameworkFile::parse);
        var marked = framework.instruments().stream()
                .filter(Instrument::marked)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the framework has no marked instrument"));
        var list = files.document(named.getLast(), csv -> ItemList.parse(framework, marked, csv));
        var beside = SideBySide.of(framework, list);
        switch (format) {
            case "json" -> terminal.json(beside);
            case "framework" -> terminal.json(FrameworkFile.tree(FileReader.orWrong(named.getLast(), beside.taken())));
            default -> terminal.lines(new SideBySideText(language).lines(beside));
        }
    }
}
