package org.prongsai.scoring.recount;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.prongsai.contracts.EventJson;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.messaging.PostgresSettings;
import org.prongsai.scoring.replay.BesideConfig;
import org.prongsai.scoring.replay.LogCountReader;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Recounts for the person who typed it, beside the running service, and ends with 0 equal, 1 different, 2 could not run. */
public final class RecountCommand {
    private static final double NANOS = 1e9;
    static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long TELL_EVERY = 2_000_000_000L;

    private final PrintStream out;
    private final PrintStream err;
    private final Duration patience;
    private final AtomicLong counted = new AtomicLong();
    private final AtomicLong told = new AtomicLong(System.nanoTime());

    /** @param patience with a service that gets no further */
    RecountCommand(PrintStream out, PrintStream err, Duration patience) {
        this.out = out;
        this.err = err;
        this.patience = patience;
    }

    public static int run(List<String> typed) {
        var command = new RecountCommand(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                PATIENCE);
        return command.run(typed, BesideConfig::context);
    }

    int run(List<String> typed, Supplier<ConfigurableApplicationContext> settings) {
        try {
            var wish = RecountWish.of(typed);
            if (wish.help()) {
                out.print(RecountWish.USAGE);
                return 0;
            }
            try (var context = settings.get()) {
                return recount(wish, context);
            }
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage() + " Try recount --help.");
        } catch (RuntimeException failed) {
            err.println("Could not recount: " + BesideConfig.cause(failed));
        }
        return 2;
    }

    private int recount(RecountWish wish, ApplicationContext context) {
        long began = System.nanoTime();
        var kafka = context.getBean(KafkaProperties.class).buildConsumerProperties();
        try (var database = PostgresClient.join(context.getBean(PostgresSettings.class), "scoring");
                var log = LogCountReader.open(kafka, wish.round(), BesideConfig.AT_ONCE, this::tell)) {
            var found = new RecountJob(database, log, Clock.systemUTC(), patience).run(wish.round());
            return tell(wish, found, (System.nanoTime() - began) / NANOS);
        }
    }

    private void tell(int more) {
        long all = counted.addAndGet(more);
        long last = told.get();
        long now = System.nanoTime();
        if (now - last > TELL_EVERY && told.compareAndSet(last, now))
            err.println(String.format(Locale.ROOT, "  %,d answers counted …", all));
    }

    private int tell(RecountWish wish, Recounted found, double seconds) {
        var names = wish.round() == null ? found.rounds() : List.of(wish.round());
        var rounds = names.stream().map(each -> found.of(each, seconds)).toList();
        var all = wish.round() == null ? found.all(rounds, seconds) : rounds.getFirst();
        if (wish.json()) {
            if (wish.round() == null) rounds.forEach(this::json);
            json(all);
        } else {
            rounds.forEach(round -> RecountText.of(round).forEach(out::println));
            RecountText.end(all).forEach(out::println);
        }
        return all.equal() ? 0 : 1;
    }

    private void json(RecountResult result) {
        out.println(EventJson.MAPPER.writeValueAsString(result));
    }
}
