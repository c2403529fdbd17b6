package org.prongsai.assessment.response;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prongsai.assessment.response.Intake.Decision;
import org.prongsai.assessment.response.Token.TokenHash;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.web.Fault;
import org.prongsai.web.FaultReader;
import org.prongsai.web.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Synthetic responses as newline-delimited JSON: every line readable and every answer valid, or every fault. */
final class ImportFile {

    private static final JsonMapper JSON = StrictJson.of(JsonMapper.builder().build());
    /** With so many a file is a wrong one, and the rest of it is not looked at. */
    private static final int MOST_FAULTS = 1000;

    /** Whose survey a line answers. */
    record Asked(String agency, String instrument) {}

    /** Valid answers to one instrument; the survey is that of any of the units, for all share round and framework. */
    record Batch(Survey survey, List<Admission> admissions) {}

    private record Line(int number, ImportLine line) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private ImportFile() {}

    /** @param mostLines a longer file is refused whole */
    static ImportFile read(String text, int mostLines) {
        var file = new ImportFile();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (number > mostLines) {
                file.faults.add(new Fault("", "too-many-lines", "at most " + mostLines + " in one file", null));
                return file;
            }
            if (!line.isBlank() && !file.wrong()) {
                file.read(number, line);
            }
        }
        return file;
    }

    private boolean wrong() {
        return faults.size() >= MOST_FAULTS;
    }

    private void read(int number, String text) {
        try {
            var read = JSON.readValue(text, ImportLine.class);
            if (read == null) {
                faults.add(new Fault(at(number), "missing", "an object", null));
            } else {
                lines.add(new Line(number, read));
            }
        } catch (JacksonException e) {
            var fault = FaultReader.of(e);
            faults.add(new Fault(at(number) + fault.pointer(), fault.reason(), fault.expected(), fault.actual()));
        }
    }

    /** The surveys that {@link #judge} needs. */
    Set<Asked> asked() {
        var asked = new LinkedHashSet<Asked>();
        lines.forEach(l -> asked.add(asked(l.line())));
        return asked;
    }

    List<Fault> faults() {
        return faults;
    }

    /**
     * What may be stored, in file order; what may not adds to {@link #faults}.
     *
     * @param elsewhere why there is no survey of a unit that is assessed as part of another one; a survey in neither map
     *     is unknown
     */
    List<Batch> judge(Map<Asked, Survey> surveys, Map<Asked, Fault> elsewhere) {
        var batches = new HashMap<String, Batch>();
        var tokens = new HashMap<TokenHash, Integer>();
        for (Line line : lines) {
            if (wrong()) {
                break;
            }
            Survey survey = surveys.get(asked(line.line()));
            var other = elsewhere.get(asked(line.line()));
            if (other != null) {
                faults.add(new Fault(at(line) + other.pointer(), other.reason(), other.expected(), other.actual()));
            } else if (survey == null) {
                faults.add(new Fault(
                        at(line),
                        "unknown-survey",
                        "a unit that takes part and a survey of the round's framework",
                        line.line().agency() + " " + line.line().instrument()));
            } else {
                judge(line, survey, tokens, batches);
            }
        }
        return List.copyOf(batches.values());
    }

    private void judge(Line line, Survey survey, Map<TokenHash, Integer> tokens, Map<String, Batch> batches) {
        switch (Intake.judge(
                survey, String.valueOf(line.line().agency()), line.line().submission())) {
            case Decision.Turned(var problem) ->
                problem.faults()
                        .forEach(f ->
                                faults.add(new Fault(at(line) + f.pointer(), f.reason(), f.expected(), f.actual())));
            case Decision.Admitted(var admission) -> {
                Integer earlier = tokens.putIfAbsent(admission.tokenHash(), line.number());
                if (earlier == null) {
                    batches.computeIfAbsent(survey.instrument(), i -> new Batch(survey, new ArrayList<>()))
                            .admissions()
                            .add(admission);
                } else {
                    faults.add(new Fault(at(line) + "/token", "duplicate-token", "each token once", "line " + earlier));
                }
            }
        }
    }

    private static Asked asked(ImportLine line) {
        return new Asked(String.valueOf(line.agency()), String.valueOf(line.instrument()));
    }

    private static String at(Line line) {
        return at(line.number());
    }

    private static String at(int number) {
        return "/lines/" + number;
    }
}
