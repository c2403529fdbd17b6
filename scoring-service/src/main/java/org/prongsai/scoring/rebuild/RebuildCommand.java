package org.prongsai.scoring.rebuild;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.prongsai.messaging.LogReader;
import org.prongsai.messaging.PostgresClient;
import org.prongsai.messaging.PostgresSettings;
import org.prongsai.scoring.replay.BesideConfig;
import org.prongsai.scoring.replay.LogCountReader;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Rebuilds for the person who typed it, beside the running service: 0 done, 1 refused, 2 could not run; done whole or not at all. */
public final class RebuildCommand {
    static final String USAGE = """
            Usage: rebuild [--losing]

            Makes again, from the log's first record, what the scoring database holds of others: frameworks, agencies, rounds,
            populations, tallies, marks, and the scores that follow. Answers keep coming and scores stay readable; the
            service hears nothing more for the seconds of writing. All of it changes at once or nothing does. Results of
            earlier years and the audit trail stay.

              --losing   go on though the log lacks records: what they held is lost from the scores

            Exit code: 0 done, 1 refused because the log lacks records, 2 could not run.
            """;

    private final PrintStream out;
    private final PrintStream err;

    RebuildCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static int run(List<String> typed) {
        var command = new RebuildCommand(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
        return command.run(typed, BesideConfig::context);
    }

    int run(List<String> typed, Supplier<ConfigurableApplicationContext> settings) {
        if (typed.contains("--help")) {
            out.print(USAGE);
            return 0;
        }
        var unknown = typed.stream().filter(word -> !word.equals("--losing")).findFirst();
        if (unknown.isPresent()) {
            err.printf("'%s' is not an option of rebuild. Try rebuild --help.%n", unknown.get());
            return 2;
        }
        try (var context = settings.get()) {
            tell(rebuild(typed.contains("--losing"), context));
            return 0;
        } catch (Lacking lacking) {
            err.println("Nothing was changed. The log lacks records, and a rebuild would lose what they held:");
            lacking.sentences().stream().limit(20).forEach(each -> err.println("  " + each));
            err.println("Restore the log first. If it is lost for good, --losing goes on without them.");
            return 1;
        } catch (RuntimeException failed) {
            err.println("Nothing was changed. Could not rebuild: " + BesideConfig.cause(failed));
            return 2;
        }
    }

    private Rebuilt rebuild(boolean losing, ApplicationContext context) {
        var kafka = context.getBean(KafkaProperties.class).buildConsumerProperties();
        try (var owner = PostgresClient.joinAsOwner(context.getBean(PostgresSettings.class), "scoring");
                var log = LogCountReader.open(kafka, null, BesideConfig.AT_ONCE, _ -> {});
                var scores = LogReader.open(kafka)) {
            return new RebuildJob(owner, log, scores, Clock.systemUTC(), step -> err.println("  " + step + " …"))
                    .run(losing);
        }
    }

    private void tell(Rebuilt rebuilt) {
        out.printf(
                "Rebuilt in %.1f s from %,d answers: %,d tallies, %,d marks, %,d scores (other ones than before: %,d).%n",
                rebuilt.seconds(),
                rebuilt.responses(),
                rebuilt.tallies(),
                rebuilt.marks(),
                rebuilt.scores(),
                rebuilt.others());
        out.printf(
                "The service heard nothing for %.1f s of it. ./prongsai recount tells whether all is well.%n",
                rebuilt.held());
    }
}
