package org.prongsai.methodology.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.score.Means;
import org.prongsai.methodology.score.Words;
import org.prongsai.methodology.table.CountTable;
import org.prongsai.methodology.table.IndicatorTable;
import org.prongsai.methodology.table.MarkTable;
import org.prongsai.methodology.table.PopulationTable;

/** Scores units from files alone; ends with 0 scored, 1 refused files, 2 could not run. */
final class ScoreCommand {
    static final String USAGE = """
            Usage: ./prongsai score FRAMEWORK TALLIES MARKS [options]
                   ./prongsai score FRAMEWORK --indicators FILE [options]

            Prints scores and how each number came about, from files alone.
              FRAMEWORK           YAML or JSON
              TALLIES             CSV agency,instrument,part,question,option,count
              MARKS               CSV agency,item,mark

              --population FILE   CSV agency,internal,external: how many could have answered
                                  (else the minimum is the rule's floor)
              --indicators FILE   CSV agency,indicator,score: from published indicators instead of counts and marks
              --agency SLUG       only this unit; may be given again
              --explain           explain every unit               (default: when at most 3 are shown)
              --k N               smallest group that is shown     (default: the framework's)
              --format FORMAT     text, json or csv                (default text)
              --language LANG     th or en                         (default: as the terminal, else en)
            There is no sampling error: it needs to know who answered which questions together, which is never published.
            Exit code: 0 scored, 1 a file was refused, 2 could not run.
            """;
    private static final Set<String> VALUED =
            Set.of("--population", "--indicators", "--agency", "--k", "--format", "--language");
    private static final int EXPLAINED = 3;

    private final TerminalWriter terminal;
    private final FileReader files;

    ScoreCommand(TerminalWriter terminal, Path folder) {
        this.terminal = terminal;
        this.files = new FileReader(folder);
    }

    int run(List<String> typed, Map<String, String> environment) {
        return terminal.run(
                USAGE,
                typed,
                () -> print(Options.read(typed, VALUED, Set.of("--explain"), Set.of("--agency")), environment));
    }

    private void print(Options options, Map<String, String> environment) {
        var language = options.one("--language", List.of("th", "en"), language(environment));
        var format = options.one("--format", List.of("text", "json", "csv"), "text");
        int wanted = options.value("--indicators").isPresent() ? 1 : 3;
        var framework = files.document(options.files(wanted).getFirst(), FrameworkFile::parse);
        var indicators = options.value("--indicators");
        if (indicators.isPresent()) {
            for (var other : List.of("--population", "--k"))
                if (options.value(other).isPresent())
                    throw new IllegalArgumentException(other + " says nothing of published indicators");
        }
        if (indicators.isPresent()) means(framework, indicators.get(), options, new Printing(format, language));
        else scores(framework, options, new Printing(format, language));
    }

    private record Printing(String format, String language) {}

    /** The first that names a language; C and POSIX name none. */
    private static String language(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                        .map(name -> environment.getOrDefault(name, ""))
                        .filter(locale -> !locale.isEmpty() && !locale.matches("(C|POSIX)([.].*)?"))
                        .findFirst()
                        .orElse("")
                        .startsWith("th")
                ? "th"
                : "en";
    }

    private void means(Framework framework, String file, Options options, Printing printing) {
        var published = files.table(file, csv -> IndicatorTable.read(framework, csv));
        var units = new TreeMap<String, Means>();
        for (var agency : chosen(List.copyOf(published.keySet()), options))
            units.put(agency, Means.of(framework, published.getOrDefault(agency, Map.of())));
        if (printing.format().equals("text"))
            terminal.lines(new ScoreText(framework, Words.in(printing.language())).lines(units));
        else if (printing.format().equals("json"))
            terminal.json(Map.of("framework", framework.refOrName(), "units", units));
        else terminal.lines(new ScoreCsv(framework).means(units));
    }

    private void scores(Framework framework, Options options, Printing printing) {
        var sheet = new Sheet(
                framework,
                k(framework, options),
                files.table(options.files().get(1), csv -> CountTable.read(framework, csv)),
                files.table(options.files().get(2), csv -> MarkTable.read(framework, csv)),
                options.value("--population")
                        .map(file -> files.table(file, PopulationTable::read))
                        .orElse(Map.of()));
        var agencies = chosen(sheet.agencies(), options);
        boolean explained = options.has("--explain") || agencies.size() <= EXPLAINED;
        var units = new ArrayList<Scored>();
        for (var agency : agencies) units.add(Scored.of(agency, sheet.evidence(agency), explained));
        print(sheet, units, printing);
    }

    private void print(Sheet sheet, List<Scored> units, Printing printing) {
        switch (printing.format()) {
            case "json" -> {
                var document = new LinkedHashMap<String, Object>();
                document.put("framework", sheet.framework().refOrName());
                document.put("k", sheet.k());
                document.put("digest", sheet.digest());
                document.put("units", units);
                terminal.json(document);
            }
            case "csv" -> terminal.lines(new ScoreCsv(sheet.framework()).scores(units));
            default -> {
                var words = Words.in(printing.language());
                terminal.lines(new ScoreText(sheet.framework(), words).lines(units, sheet.k()));
                terminal.line(words.say("digest", Map.of("digest", sheet.digest())));
            }
        }
    }

    private static List<String> chosen(List<String> there, Options options) {
        var wanted = options.all("--agency");
        for (var agency : wanted)
            if (!there.contains(agency)) throw new IllegalArgumentException("no file names the agency " + agency);
        return wanted.isEmpty() ? there : wanted.stream().distinct().toList();
    }

    private static int k(Framework framework, Options options) {
        var bounds = framework.k();
        var given = options.value("--k").orElse(Integer.toString(bounds.usual()));
        if (given.matches("\\d{1,4}") && bounds.allows(Integer.parseInt(given))) return Integer.parseInt(given);
        throw new IllegalArgumentException(
                "--k is a whole number from %d to %d, not %s".formatted(bounds.least(), bounds.largest(), given));
    }
}
