package org.prongsai.assessment.balance;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.prongsai.assessment.survey.SurveyReader;
import org.prongsai.assessment.ticket.Issued;
import org.prongsai.assessment.ticket.IssuedStore;
import org.prongsai.assessment.turnout.Used;
import org.prongsai.assessment.turnout.UsedReader;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Part;
import org.prongsai.web.Access;
import org.prongsai.web.Permission;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows everybody how many invitations were given out, redeemed and used, so that an outsider sees slips filled in by others. */
@RestController
class BalanceEndpoint {

    private final SurveyReader surveys;
    private final IssuedStore issued;
    private final UsedReader used;

    BalanceEndpoint(SurveyReader surveys, IssuedStore issued, UsedReader used) {
        this.surveys = surveys;
        this.issued = issued;
        this.used = used;
    }

    /** @param instruments those with a part that asks for tickets, in the order of the framework */
    record View(String round, String agency, List<Balance> instruments) {}

    @GetMapping(
            path = "/api/v1/rounds/{round}/agencies/{agency}/invitations",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.READ_BALANCE)
    @Operation(
            summary = "How many invitations of a unit were given out, redeemed and used, morning by morning",
            description =
                    "As of six in the morning in Bangkok, and only mornings on which a number changed. Never more are"
                            + " used than redeemed, nor more redeemed than given out.")
    Mono<View> read(@PathVariable String round, @PathVariable String agency) {
        return surveys.standardOfUnit(round, agency).flatMap(standard -> Mono.zip(
                        issued.days(round, agency).collectList(),
                        used.days(round, agency).collectList())
                .map(t -> new View(round, agency, balances(standard.framework(), t.getT1(), t.getT2()))));
    }

    @GetMapping(path = "/api/v1/rounds/{round}/invitations.csv", produces = "text/csv")
    @Access(Permission.READ_BALANCE)
    @Operation(summary = "The same of all units of a round as a CSV file, as on the last morning")
    Mono<byte[]> export(@PathVariable String round) {
        return surveys.standard(round).flatMap(standard -> Mono.zip(
                        issued.latest(round).collectList(), used.latest(round).collectList())
                .map(t -> BalanceFile.write(t.getT1(), answered(standard.framework(), t.getT2()))
                        .getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Balance> balances(Framework framework, List<Issued> issued, List<Used> used) {
        var answered = answered(framework, used);
        return framework.instruments().stream()
                .filter(instrument -> ticketed(instrument).findAny().isPresent())
                .map(instrument -> Balance.of(
                        instrument.code(),
                        issued.stream()
                                .filter(each -> each.instrument().equals(instrument.code()))
                                .toList(),
                        answered.stream()
                                .filter(each -> each.instrument().equals(instrument.code()))
                                .toList()))
                .toList();
    }

    /** Answers to the parts that ask for a ticket. */
    private static List<Used> answered(Framework framework, List<Used> used) {
        return used.stream()
                .filter(each -> framework.instrument(each.instrument()).stream()
                        .flatMap(BalanceEndpoint::ticketed)
                        .anyMatch(part -> part.code().equals(each.part())))
                .toList();
    }

    private static Stream<Part> ticketed(Instrument instrument) {
        return instrument.marked() ? Stream.of() : instrument.parts().stream().filter(part -> !part.open());
    }
}
