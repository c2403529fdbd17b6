package org.prongsai.assessment.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.prongsai.assessment.Given;
import org.prongsai.assessment.response.ImportFile.Asked;
import org.prongsai.contracts.EventJson;
import org.prongsai.web.Fault;

public class ImportFileTest {

    private static final Map<Asked, org.prongsai.assessment.survey.Survey> SURVEYS = Map.of(
            new Asked("imm-chiangmai", "eit"), Given.survey("eit"),
            new Asked("imm-chiangmai", "iit"), Given.survey("iit"));

    @Test
    void valid_lines_are_batched_by_instrument() {
        var file = ImportFile.read(
                line("imm-chiangmai", "eit", 1) + "\n\n" + line("imm-chiangmai", "iit", 2) + "\r\n"
                        + line("imm-chiangmai", "eit", 3),
                100);
        var batches = file.judge(SURVEYS, Map.of());
        assertThat(file.faults()).isEmpty();
        assertThat(batches)
                .extracting(b -> b.survey().instrument() + " " + b.admissions().size())
                .containsExactlyInAnyOrder("eit 2", "iit 1");
    }

    @Test
    void a_line_of_a_unit_assessed_with_another_says_where_it_belongs() {
        var file = ImportFile.read(line("imm-nan-huaikon", "eit", 1), 100);
        var lead = new Fault("/agency", "assessed-jointly", "/api/v1/rounds/r/agencies/imm-nan", "imm-nan-huaikon");
        assertThat(file.judge(SURVEYS, Map.of(new Asked("imm-nan-huaikon", "eit"), lead)))
                .isEmpty();
        assertThat(file.faults())
                .containsExactly(new Fault("/lines/1/agency", "assessed-jointly", lead.expected(), "imm-nan-huaikon"));
    }

    @Test
    void a_line_that_answers_another_version_of_the_form_is_named() {
        var good = line("imm-chiangmai", "eit", 1).replaceFirst("\\{", "{\"framework\":\"ita-immigration-2567@1\",");
        var file = ImportFile.read(good + "\n" + good.replace("@1", "@2"), 100);
        assertThat(file.judge(SURVEYS, Map.of())).hasSize(1);
        assertThat(file.faults())
                .containsExactly(new Fault(
                        "/lines/2/framework", "other-framework", "ita-immigration-2567@1", "ita-immigration-2567@2"));
    }

    @Test
    void every_faulty_line_is_named() {
        var file = ImportFile.read(
                String.join(
                        "\n",
                        "{not json",
                        line("imm-nowhere", "eit", 1),
                        line("imm-chiangmai", "eit", 2),
                        line("imm-chiangmai", "eit", 2),
                        line("imm-chiangmai", "eit", 3).replace("\"e1\":", "\"e77\":"),
                        "{\"surprise\":1}",
                        "null",
                        line("imm-chiangmai", "eit", 4).replace("\"e1\":\"1\"", "\"e1\":1")),
                100);
        file.judge(SURVEYS, Map.of());
        assertThat(file.faults())
                .extracting(Fault::pointer)
                .contains(
                        "/lines/1",
                        "/lines/2",
                        "/lines/4/token",
                        "/lines/5/answers/e1",
                        "/lines/5/answers/e77",
                        "/lines/6/surprise",
                        "/lines/7",
                        "/lines/8/answers/e1");
    }

    @Test
    void of_a_file_that_holds_no_responses_the_rest_is_not_looked_at() {
        var file = ImportFile.read("{}\n".repeat(3000), 5000);
        file.judge(SURVEYS, Map.of());
        assertThat(file.faults()).hasSize(1000);
        assertThat(ImportFile.read("{}\n".repeat(2_000_000), 5000).faults())
                .extracting(Fault::reason)
                .containsExactly("too-many-lines");
    }

    @Test
    void a_file_with_too_many_lines_is_refused_whole() {
        var file = ImportFile.read(
                String.join("\n", List.of(line("imm-chiangmai", "eit", 1), line("imm-chiangmai", "eit", 2))), 1);
        assertThat(file.faults()).extracting(Fault::reason).contains("too-many-lines");
    }

    public static String line(String agency, String instrument, int seed) {
        byte[] token = new byte[32];
        new java.util.Random(seed).nextBytes(token);
        return EventJson.MAPPER.writeValueAsString(Map.of(
                "agency",
                agency,
                "instrument",
                instrument,
                "part",
                "1",
                "token",
                Base64.getUrlEncoder().withoutPadding().encodeToString(token),
                "answers",
                Given.answers(instrument)));
    }
}
