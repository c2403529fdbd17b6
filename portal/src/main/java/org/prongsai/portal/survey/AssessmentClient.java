package org.prongsai.portal.survey;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the assessment service; what everybody is told alike is kept for a moment. */
@Component
public class AssessmentClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_KEPT = 10_000;
    private static final int FOUND = 20;
    /** An office opens and closes by the second, a form changes hardly ever. */
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private static final Duration A_WHILE = Duration.ofSeconds(15);

    /** Where somebody can complain to others than those who are assessed. */
    public record Channel(Map<String, String> name, String phone, String url) {}

    /** @param next where the list goes on, null at its end */
    public record Agencies(
            List<Office.Agency> items, @Nullable String next) {}

    private record Channels(List<Channel> complaints) {}

    /** @param counted false where no answer has this receipt, and where it lies in a part that counts for nothing */
    public record Counted(
            String receipt, boolean counted, @Nullable String part) {}

    private final WebClient http;
    private final ReplyReader replies;
    private final AsyncCache<String, Office> offices = kept(A_MOMENT);
    private final AsyncCache<String, Form> forms = kept(A_WHILE);
    private final AsyncCache<String, Channels> channels = kept(A_WHILE);

    AssessmentClient(ServiceSettings settings) {
        var connections = ConnectionProvider.builder("assessment")
                .maxConnections(200)
                .pendingAcquireTimeout(settings.patience())
                .maxIdleTime(Duration.ofSeconds(20))
                .build();
        this.http = WebClient.builder()
                .baseUrl(settings.assessment())
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create(connections)))
                .build();
        this.replies = new ReplyReader(settings.patience());
    }

    private static <T> AsyncCache<String, T> kept(Duration during) {
        return Caffeine.newBuilder()
                .expireAfterWrite(during)
                .maximumSize(MOST_KEPT)
                .buildAsync();
    }

    public Mono<Office> office(String agency) {
        return kept(offices, agency, () -> get("/api/v1/agencies/{agency}/surveys", Office.class, agency));
    }

    public Mono<Form> form(String round, String instrument) {
        return kept(
                forms,
                round + "/" + instrument,
                () -> get("/api/v1/rounds/{round}/surveys/{instrument}", Form.class, round, instrument));
    }

    public Mono<List<Channel>> complaints() {
        return kept(channels, "", () -> get("/api/v1/complaints", Channels.class))
                .map(Channels::complaints);
    }

    public Mono<Counted> receipt(String receipt) {
        return get("/api/v1/receipts/{receipt}", Counted.class, receipt);
    }

    public Mono<Receipt> submit(String round, String agency, Submission submission) {
        return replies.hear(http.post()
                .uri("/api/v1/rounds/{round}/agencies/{agency}/responses", round, agency)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(submission)
                .exchangeToMono(response -> read(response, Receipt.class)));
    }

    /** Where the same is sent again, it is the same comment. */
    public Mono<Void> comment(String round, String agency, Comment comment) {
        return replies.hear(http.post()
                        .uri("/api/v1/rounds/{round}/agencies/{agency}/comments", round, agency)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(comment)
                        .exchangeToMono(response -> read(response, JsonNode.class)))
                .then();
    }

    /** Agencies whose names hold these words, page by page. */
    public Mono<Agencies> agencies(String words, String cursor) {
        return replies.hear(http.get()
                .uri(uri -> uri.path("/api/v1/agencies")
                        .queryParam("q", "{words}")
                        .queryParam("limit", FOUND)
                        .queryParamIfPresent("cursor", cursor.isEmpty() ? Optional.empty() : Optional.of("{cursor}"))
                        .build(Map.of("words", words, "cursor", cursor)))
                .exchangeToMono(response -> read(response, Agencies.class)));
    }

    /** A refusal is not kept: the next who asks may be told something else. */
    private static <T> Mono<T> kept(AsyncCache<String, T> cache, String key, Supplier<Mono<T>> ask) {
        return Mono.fromFuture(() -> cache.get(key, (_, _) -> ask.get().toFuture()), true);
    }

    private <T> Mono<T> get(String path, Class<T> type, Object... names) {
        return replies.hear(http.get().uri(path, names).exchangeToMono(response -> read(response, type)));
    }

    private static <T> Mono<T> read(ClientResponse response, Class<T> type) {
        return response.statusCode().is2xxSuccessful()
                ? response.bodyToMono(byte[].class).map(body -> JSON.readValue(body, type))
                : response.bodyToMono(byte[].class)
                        .defaultIfEmpty(new byte[0])
                        .flatMap(body -> Mono.error(new Refused(ToldReader.told(response, body))));
    }
}
