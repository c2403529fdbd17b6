package org.prongsai.bench.echo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.prongsai.web.StrictJson;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** The route without I/O reads what is sent to the intake, down to the last field, and answers as the intake does. */
class EchoEndpointTest {

    private static final String SENT = """
            {"instrument":"eit","part":"1","language":"th","framework":"a@1",
             "ticket":{"token":"t","signature":"s"},"answers":{"e1":"1"}}
            """;

    @Test
    void itReadsAllAndSaysThatItIsCreated() {
        var submission = StrictJson.of(JsonMapper.builder().build()).readValue(SENT, EchoEndpoint.Submission.class);
        assertThat(submission.answers()).containsEntry("e1", "1");
        var answer = new EchoEndpoint().submit("round", "agency", submission).block();
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(answer.getBody().receipt()).matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}");
    }
}
