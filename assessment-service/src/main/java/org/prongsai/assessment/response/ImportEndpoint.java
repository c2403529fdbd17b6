package org.prongsai.assessment.response;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.prongsai.assessment.response.ImportFile.Asked;
import org.prongsai.assessment.round.Round;
import org.prongsai.assessment.round.RoundStore;
import org.prongsai.assessment.survey.Survey;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.web.Access;
import org.prongsai.web.Fault;
import org.prongsai.web.FileText;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.prongsai.web.ProblemType;
import org.prongsai.web.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Feeds a synthetic round with made-up responses, whatever its windows say, and lets them go at once. */
@RestController
@RequestMapping(path = "/api/v1/rounds/{round}/responses/imports", produces = MediaType.APPLICATION_JSON_VALUE)
class ImportEndpoint {

    private static final long MOST_AGAIN = 3;

    private final RoundStore rounds;
    private final SurveyReader surveys;
    private final ImportWriter writer;
    private final int mostLines;

    ImportEndpoint(
            RoundStore rounds,
            SurveyReader surveys,
            ImportWriter writer,
            @Value("${prongsai.imports.lines}") int mostLines) {
        this.rounds = rounds;
        this.surveys = surveys;
        this.writer = writer;
        this.mostLines = mostLines;
    }

    /**
     * @param accepted answers stored or replaced
     * @param repeated answers that were there already
     * @param released changes that left the pools
     */
    record Imported(int accepted, int repeated, int released) {}

    @PostMapping(consumes = {"application/x-ndjson", MediaType.TEXT_PLAIN_VALUE})
    @Access(Permission.IMPORT_RESPONSES)
    @Operation(summary = "Takes responses as NDJSON into a synthetic round and drains its pools")
    Mono<Imported> submit(@PathVariable String round, @RequestBody byte[] content) {
        return Mono.defer(() -> synthetic(round).flatMap(found -> attempt(found, content)))
                .repeatWhenEmpty(again -> again.take(MOST_AGAIN))
                .switchIfEmpty(
                        Mono.error(() -> Problem.busy(Duration.ofSeconds(1)).refusal()));
    }

    /** Empty when the round became another one meanwhile. */
    private Mono<Imported> attempt(Round round, byte[] content) {
        return Mono.fromSupplier(() -> ImportFile.read(text(content), mostLines))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(file -> surveysOf(round.round(), file)
                        .publishOn(Schedulers.boundedElastic())
                        .flatMap(known -> take(round, file, known)));
    }

    /** Surveys that were read of a later round than the first reading are as good as none: it is all read again. */
    private Mono<Imported> take(Round round, ImportFile file, Known known) {
        var batches = file.judge(known.surveys(), known.elsewhere());
        if (!file.faults().isEmpty()) {
            return refused(file.faults());
        }
        boolean sameRound =
                batches.stream().allMatch(batch -> batch.survey().of().version() == round.version());
        return sameRound ? writer.take(round, batches) : Mono.empty();
    }

    private static String text(byte[] content) {
        return FileText.of(content).orElseThrow(() -> Problem.of(
                        ProblemType.INVALID_FILE,
                        List.of(new Fault("/lines/1", "not-utf-8", "a file saved as UTF-8", null)))
                .refusal());
    }

    private Mono<Round> synthetic(String round) {
        return rounds.find(round)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("round", round).refusal()))
                .filter(found -> found.state().synthetic())
                .switchIfEmpty(Mono.error(() -> Problem.of(ProblemType.CONFLICT, round)
                        .with(List.of(new Fault("/round", "not-synthetic", "a round made with synthetic: true", round)))
                        .refusal()));
    }

    /** The surveys of a file, and where those of units are found that have none of their own. */
    private record Known(Map<Asked, Survey> surveys, Map<Asked, Fault> elsewhere) {}

    private Mono<Known> surveysOf(String round, ImportFile file) {
        var known = new Known(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        return Flux.fromIterable(file.asked())
                .flatMap(asked -> surveys.ofUnit(round, asked.agency(), asked.instrument())
                        .doOnNext(survey -> known.surveys().put(asked, survey))
                        .then()
                        .onErrorResume(Refusal.class, unknown -> elsewhere(unknown, asked, known)))
                .then(Mono.just(known));
    }

    private static Mono<Void> elsewhere(Refusal refusal, Asked asked, Known known) {
        return Mono.fromRunnable(() -> refusal.problem().faults().stream()
                .filter(fault -> fault.reason().equals("assessed-jointly"))
                .forEach(fault -> known.elsewhere().put(asked, fault)));
    }

    private static <T> Mono<T> refused(List<Fault> faults) {
        return Mono.error(Problem.of(ProblemType.INVALID_FILE, faults).refusal());
    }
}
