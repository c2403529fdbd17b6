package org.prongsai.portal.unit;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prongsai.portal.survey.Refused;
import org.prongsai.portal.survey.ReplyReader;
import org.prongsai.portal.survey.ServiceSettings;
import org.prongsai.portal.survey.ToldReader;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.json.JsonMapper;

/** Asks the assessment service in the name of a visitor. Nothing is kept: each visitor may see something else. */
@Component
public class UnitClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MediaType CSV = MediaType.valueOf("text/csv");
    private static final String UNIT = "/api/v1/rounds/{round}/agencies/{agency}";
    private static final int LARGEST = 8 * 1024 * 1024;
    private static final int MOST_ROUNDS = 500;

    private record Rounds(List<Round> items) {}

    private record Names(List<Roster.Row> items, @Nullable String next) {}

    /** An answer and the version that it is of. */
    private record Tagged<T>(T body, String tag) {}

    private final WebClient http;
    private final ReplyReader replies;

    UnitClient(ServiceSettings settings) {
        var connections = ConnectionProvider.builder("units")
                .maxConnections(200)
                .pendingAcquireTimeout(settings.patience())
                .maxIdleTime(Duration.ofSeconds(20))
                .build();
        this.http = WebClient.builder()
                .baseUrl(settings.assessment())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create(connections)))
                .build();
        this.replies = new ReplyReader(settings.patience());
    }

    public Mono<List<Round>> rounds(Visitor visitor) {
        return get(visitor, "/api/v1/rounds?limit={limit}", Rounds.class, MOST_ROUNDS)
                .map(Rounds::items);
    }

    public Mono<Round> round(Visitor visitor, String round) {
        return get(visitor, "/api/v1/rounds/{round}", Round.class, round);
    }

    public Mono<Unit> unit(Visitor visitor, String agency) {
        return get(visitor, "/api/v1/agencies/{agency}", Unit.class, agency);
    }

    public Mono<Roster> roster(Visitor visitor, String round, Roster.Asked asked) {
        return get(
                visitor,
                "/api/v1/rounds/{round}/turnouts?q={q}&sort={sort}&limit={limit}"
                        + (asked.cursor().isEmpty() ? "" : "&cursor={cursor}"),
                Roster.class,
                round,
                asked.q(),
                asked.sort(),
                asked.limit(),
                asked.cursor());
    }

    /** The same without numbers, for those who may not see any. */
    public Mono<Roster> names(Visitor visitor, Round round, Roster.Asked asked) {
        var types = round.participants().types().stream().map(type -> "&type=" + type);
        return get(
                        visitor,
                        "/api/v1/agencies?q={q}&parent={parent}&limit={limit}"
                                + types.collect(Collectors.joining())
                                + (asked.cursor().isEmpty() ? "" : "&cursor={cursor}"),
                        Names.class,
                        asked.q(),
                        round.participants().parent(),
                        asked.limit(),
                        asked.cursor())
                .map(names -> new Roster(null, false, names.items(), names.next()));
    }

    public Mono<Turnout> turnout(Visitor visitor, String round, String agency) {
        return get(visitor, UNIT + "/turnout", Turnout.class, round, agency);
    }

    public Mono<Balance> balance(Visitor visitor, String round, String agency) {
        return get(visitor, UNIT + "/invitations", Balance.class, round, agency);
    }

    public Mono<CounterCodes> counterCodes(Visitor visitor, String round, String agency) {
        return get(visitor, UNIT + "/counter-codes", CounterCodes.class, round, agency);
    }

    /** Of a day, or of now and next where none is said. */
    public Mono<byte[]> counterFile(Visitor visitor, String round, String agency, @Nullable String day) {
        var path = UNIT + "/counter-codes" + (day == null ? "" : "?day={day}");
        return replies.hear(asking(http.get().uri(path, round, agency, day), visitor)
                .accept(CSV)
                .exchangeToMono(response -> read(response, Function.identity())));
    }

    public Mono<Population> population(Visitor visitor, String round, String agency) {
        return tagged(visitor, UNIT + "/population", Population.class, round, agency)
                .map(found -> found.body().tagged(found.tag()));
    }

    /** @param tag of what it replaces; null where none was registered */
    public Mono<Population> register(
            Visitor visitor, String round, String agency, Population.Request request, @Nullable String tag) {
        return replies.hear(asking(http.put().uri(UNIT + "/population", round, agency), visitor)
                .headers(headers -> match(headers, tag))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(request)
                .exchangeToMono(response -> read(response, Population.class)));
    }

    public Mono<Draws> draws(Visitor visitor, String round, String agency) {
        return tagged(visitor, UNIT + "/draws", Draws.class, round, agency)
                .map(found -> found.body().tagged(found.tag()));
    }

    /** @param tag of what the visitor saw drawn: a form that is sent twice draws once */
    public Mono<Drawn> draw(Visitor visitor, String round, String agency, Order order, String tag) {
        return replies.hear(drawing(visitor, round, agency, tag)
                .accept(MediaType.APPLICATION_JSON)
                .bodyValue(order)
                .exchangeToMono(response -> read(response, Drawn.class)));
    }

    /** The same as a file, as the service writes it. */
    public Mono<byte[]> drawFile(Visitor visitor, String round, String agency, Order order, String tag) {
        return replies.hear(drawing(visitor, round, agency, tag)
                .accept(CSV)
                .bodyValue(order)
                .exchangeToMono(response -> read(response, Function.identity())));
    }

    private WebClient.RequestBodySpec drawing(Visitor visitor, String round, String agency, String tag) {
        return asking(http.post().uri(UNIT + "/invitations", round, agency), visitor)
                .headers(headers -> match(headers, tag))
                .contentType(MediaType.APPLICATION_JSON);
    }

    private <T> Mono<T> get(Visitor visitor, String path, Class<T> type, @Nullable Object... names) {
        return replies.hear(
                asking(http.get().uri(path, names), visitor).exchangeToMono(response -> read(response, type)));
    }

    private <T> Mono<Tagged<T>> tagged(Visitor visitor, String path, Class<T> type, Object... names) {
        return replies.hear(asking(http.get().uri(path, names), visitor)
                .exchangeToMono(response -> read(response, type).map(body -> new Tagged<>(body, tag(response)))));
    }

    private static String tag(ClientResponse response) {
        return Objects.requireNonNullElse(response.headers().asHttpHeaders().getETag(), "");
    }

    private static void match(HttpHeaders headers, @Nullable String tag) {
        if (tag != null && !tag.isBlank()) headers.set(HttpHeaders.IF_MATCH, tag);
    }

    @SuppressWarnings("unchecked") // a request's header returns the request
    private static <S extends WebClient.RequestHeadersSpec<?>> S asking(S request, Visitor visitor) {
        return (S) request.headers(headers -> {
            headers.set(HttpHeaders.ACCEPT_LANGUAGE, visitor.language());
            if (visitor.authorization() != null) headers.set(HttpHeaders.AUTHORIZATION, visitor.authorization());
        });
    }

    private static <T> Mono<T> read(ClientResponse response, Class<T> type) {
        return read(response, body -> JSON.readValue(body, type));
    }

    private static <T> Mono<T> read(ClientResponse response, Function<byte[], T> reading) {
        var body = response.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]);
        return response.statusCode().is2xxSuccessful()
                ? body.map(reading)
                : body.flatMap(bytes -> Mono.error(new Refused(ToldReader.told(response, bytes))));
    }
}
