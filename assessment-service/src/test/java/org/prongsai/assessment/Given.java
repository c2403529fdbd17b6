package org.prongsai.assessment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.prongsai.assessment.agency.Agency;
import org.prongsai.assessment.round.Round;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.contracts.assessment.AgencyChanged.Lineage;
import org.prongsai.contracts.assessment.Participants;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.contracts.assessment.RoundState.StepOverride;
import org.prongsai.contracts.assessment.RoundState.StepWindow;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.framework.Framework;

/** Rounds, surveys and answers for tests, on the framework that the seeds ship. */
public final class Given {

    public static final Instant OPENS = Instant.parse("2026-10-01T00:00:00Z");
    public static final Instant NOON = Instant.parse("2026-11-01T05:00:00Z");
    public static final Instant CLOSES = Instant.parse("2026-12-01T00:00:00Z");
    public static final List<String> CHIANGMAI =
            List.of("royal-thai-police", "immigration-bureau", "imm-division-5", "imm-chiangmai");
    public static final Framework FRAMEWORK = framework();

    private Given() {}

    public static List<String> below(String parent, String agency) {
        return Stream.concat(CHIANGMAI.stream().takeWhile(each -> !each.equals(parent)), Stream.of(parent, agency))
                .toList();
    }

    /** Everybody on these paths, of whom the last has the type and all above are bureaus. */
    public static Map<String, Agency> register(List<String> path, String type, List<String> other, String otherType) {
        var register = new LinkedHashMap<String, Agency>();
        path.forEach(each -> register.put(each, agency(path.subList(0, 1 + path.indexOf(each)), "bureau")));
        register.put(path.getLast(), agency(path, type));
        register.put(other.getLast(), agency(other, otherType));
        return register;
    }

    public static Agency agency(List<String> path, String type) {
        var day = LocalDate.of(2009, 9, 7);
        return new Agency(
                path.getLast(),
                path,
                type,
                null,
                Map.of("th", "ก", "en", "A"),
                day,
                null,
                "provisional",
                List.of(),
                Lineage.NONE);
    }

    public static RoundState state(StepOverride... overrides) {
        return new RoundState(
                "round-a",
                Map.of("th", "รอบทดสอบ", "en", "Test round"),
                "ita-immigration-2567@1",
                new Participants("immigration-bureau", List.of("province", "checkpoint")),
                5,
                Map.of("iit", "close", "eit", "live"),
                false,
                List.of(new StepWindow("iit", OPENS, CLOSES), new StepWindow("eit", OPENS, CLOSES)),
                List.of(overrides));
    }

    public static Survey survey(String instrument) {
        return Survey.of(new Round(state(), 1), FRAMEWORK, instrument, CHIANGMAI)
                .orElseThrow();
    }

    /** The first option of every question. */
    public static Map<String, String> answers(String instrument) {
        return answers(instrument, 0);
    }

    /** The n-th option of every question, or its last. */
    public static Map<String, String> answers(String instrument, int n) {
        var answers = new LinkedHashMap<String, String>();
        Form.of(FRAMEWORK.instrument(instrument).orElseThrow()).questions().forEach(q -> {
            var options = q.optionCodes();
            answers.put(q.code(), options.get(Math.min(n, options.size() - 1)));
        });
        return answers;
    }

    private static Framework framework() {
        return FrameworkFile.parse(frameworkYaml()).orThrow().at(1);
    }

    /** The framework's file under another name. */
    public static String frameworkYaml(String name) {
        return frameworkYaml().replace("name: ita-immigration-2567", "name: " + name);
    }

    public static String frameworkYaml() {
        try {
            return Files.readString(Path.of("../seeds/frameworks/ita-immigration-2567.yaml"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
