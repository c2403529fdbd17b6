package org.prongsai.assessment.counter;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prongsai.assessment.Unit;
import org.prongsai.assessment.counter.CodePlan.Shown;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.methodology.calendar.Dates;
import org.prongsai.methodology.calendar.Step;
import org.prongsai.web.Access;
import org.prongsai.web.Fault;
import org.prongsai.web.Permission;
import org.prongsai.web.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows a unit what its counter shows its visitors, and what the slips of its queue may carry. */
@RestController
@RequestMapping("/api/v1/rounds/{round}/agencies/{agency}/counter-codes")
class CounterCodeEndpoint {

    private final SurveyReader surveys;
    private final CounterCodes codes;
    private final Clock clock;

    CounterCodeEndpoint(SurveyReader surveys, CounterCodes codes, Clock clock) {
        this.surveys = surveys;
        this.codes = codes;
        this.clock = clock;
    }

    /** In the order of time. */
    record View(List<Shown> slots) {

        @Override
        public String toString() {
            return "View[…]";
        }
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.READ_COUNTER_CODES)
    @Operation(
            summary = "The codes with which visitors of the unit's counter answer without a puzzle: of now and next",
            description = "With \"day\", today or one of the six days after, all of that day in Bangkok, to be printed"
                    + " on the slips of a queue; also as text/csv. A code is shown for ten minutes and taken for ten"
                    + " more, for as many answers as the unit's counter can have.")
    Mono<ResponseEntity<View>> read(
            @PathVariable String round,
            @PathVariable String agency,
            @RequestParam(required = false) @Nullable String day) {
        return plan(new Unit(round, agency), day)
                .map(plan ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new View(plan.slots())));
    }

    @GetMapping(produces = "text/csv")
    @Access(Permission.READ_COUNTER_CODES)
    @Operation(summary = "The same codes as a CSV file: one line for each ten minutes")
    Mono<ResponseEntity<byte[]>> readCsv(
            @PathVariable String round,
            @PathVariable String agency,
            @RequestParam(required = false) @Nullable String day) {
        return plan(new Unit(round, agency), day).map(plan -> ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(CodeFile.write(plan).getBytes(StandardCharsets.UTF_8)));
    }

    private Mono<CodePlan> plan(Unit unit, @Nullable String day) {
        return surveys.ofUnit(unit.round(), unit.agency(), Step.EIT.code()).map(_ -> {
            var now = clock.instant();
            if (day == null) {
                return CodePlan.now(codes, unit, now);
            }
            var asked = date(day);
            CodePlan.fault(asked, now).ifPresent(fault -> {
                throw Problem.invalidRequest(fault).refusal();
            });
            return CodePlan.of(codes, unit, asked);
        });
    }

    private static LocalDate date(String text) {
        try {
            return Dates.iso(text);
        } catch (DateTimeException unreadable) {
            throw Problem.invalidRequest(new Fault("?day", "wrong-value", "a date as 2026-11-30", text))
                    .refusal();
        }
    }
}
