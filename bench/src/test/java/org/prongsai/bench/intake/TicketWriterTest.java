package org.prongsai.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prongsai.blind.Ticket;
import org.prongsai.blind.TicketVerifier;
import tools.jackson.databind.json.JsonMapper;

/** Tickets made ahead are as good as blind ones, and none is used twice where that would show. */
class TicketWriterTest {

    private final TicketWriter writer = new TicketWriter();

    private static Ticket next(Tickets.Stock stock) {
        byte[] inside = stock.next();
        assertThat(inside).hasSize(stock.length());
        var json = JsonMapper.builder().build().readTree("{" + new String(inside, StandardCharsets.US_ASCII) + "}");
        return new Ticket(json.path("token").asString(), json.path("signature").asString());
    }

    @Test
    void theIntakeWouldTakeEachOnce() {
        var verifier = new TicketVerifier(writer.publicKey().key());
        var stock = writer.stock(Duration.ofMillis(4));
        var seen = new HashSet<String>();
        IntStream.range(0, 12).forEach(_ -> {
            var ticket = next(stock);
            assertThat(verifier.verify(ticket)).isTrue();
            assertThat(seen.add(ticket.token())).isTrue();
        });
        assertThatThrownBy(stock::next).hasMessageContaining("all of 12 tickets are used");
    }

    @Test
    void whereNobodyLooksTheyComeAgain() {
        var stock = new SignedStock(List.of(new byte[] {1}, new byte[] {2}), true);
        assertThat(IntStream.range(0, 3).map(_ -> stock.next()[0])).containsExactly(1, 2, 1);
    }
}
