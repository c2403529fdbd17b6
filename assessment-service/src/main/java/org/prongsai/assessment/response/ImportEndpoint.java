package org.prongsai.assessment.response;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.prongsai.assessment.response.ImportFile.Asked;
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
        return synthetic(round)
                .then(Mono.fromSupplier(() -> ImportFile.read(text(content), mostLines))
                        .subscribeOn(Schedulers.boundedElastic()))
                .flatMap(file -> surveysOf(round, file)
                        .publishOn(Schedulers.boundedElastic())
                        .map(file::judge)
                        .flatMap(admitted -> file.faults().isEmpty() ? writer.take(admitted) : refused(file.faults())));
    }

    private static String text(byte[] content) {
        return FileText.of(content).orElseThrow(() -> Problem.of(
                        ProblemType.INVALID_FILE,
                        List.of(new Fault("/lines/1", "not-utf-8", "a file saved as UTF-8", null)))
                .refusal());
    }

    private Mono<Void> synthetic(String round) {
        return rounds.find(round)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("round", round).refusal()))
                .filter(found -> found.state().synthetic())
                .switchIfEmpty(Mono.error(() -> Problem.of(ProblemType.CONFLICT, round)
                        .with(List.of(new Fault("/round", "not-synthetic", "a round made with synthetic: true", round)))
                        .refusal()))
                .then();
    }

    private Mono<Map<Asked, Survey>> surveysOf(String round, ImportFile file) {
        return Flux.fromIterable(file.asked())
                .flatMap(asked -> surveys.ofUnit(round, asked.agency(), asked.instrument())
                        .map(survey -> Map.entry(asked, survey))
                        .onErrorResume(Refusal.class, unknown -> Mono.empty()))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static <T> Mono<T> refused(List<Fault> faults) {
        return Mono.error(Problem.of(ProblemType.INVALID_FILE, faults).refusal());
    }
}
