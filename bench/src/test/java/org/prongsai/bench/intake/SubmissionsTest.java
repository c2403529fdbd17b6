package org.prongsai.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every request is whole, valid and nobody's before. */
class SubmissionsTest {

    private static final List<String> PATHS = List.of("/one/responses", "/two/responses");

    private static final Random LUCK = new Random(1);

    private final Submissions submissions =
            Submissions.of("localhost:8080", PATHS, "eit", RoundClient.form("eit"), new OpenTickets(LUCK), LUCK);
    private final ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);

    private String next() {
        submissions.next(buffer.clear());
        return StandardCharsets.UTF_8.decode(buffer.flip()).toString();
    }

    private static JsonNode body(String request) {
        return JsonMapper.builder().build().readTree(request.substring(request.indexOf("\r\n\r\n") + 4));
    }

    @Test
    void itSaysHowLongItIs() {
        String request = next();
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        assertThat(request)
                .startsWith("POST /one/responses HTTP/1.1\r\nHost: localhost:8080\r\n")
                .contains("\r\nContent-Length: " + body.length() + "\r\n\r\n");
    }

    @Test
    void itAnswersEveryQuestionOfTheForm() {
        var answers = body(next()).path("answers");
        assertThat(answers.propertyNames()).hasSize(9);
        answers.propertyStream().forEach(answer -> assertThat(
                        RoundClient.form("eit").question(answer.getKey()).optionCodes())
                .contains(answer.getValue().asString()));
    }

    @Test
    void everyTokenIsOfThirtyTwoBytesAndNeverSeenBefore() {
        var tokens = new HashSet<String>();
        for (int i = 0; i < 1_000; i++) {
            String token = body(next()).path("ticket").path("token").asString();
            assertThat(Base64.getUrlDecoder().decode(token)).hasSize(32);
            tokens.add(token);
        }
        assertThat(tokens).hasSize(1_000);
    }

    @Test
    void theUnitsTakeTurns() {
        assertThat(next()).contains("/one/");
        assertThat(next()).contains("/two/");
        assertThat(next()).contains("/one/");
    }
}
