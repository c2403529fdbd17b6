package org.prongsai.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What rules and runbook say of doors is what the doors are. */
class ObjectiveTest {
    private static final Path HOME = Path.of("..");

    private final String rules = read("ops/prometheus/rules/recording.yml") + read("ops/prometheus/rules/alerts.yml");

    @Test
    void rulesAskForObjectivesThatThereAreAndForNoDoorByName() {
        assertThat(found("prongsai_gateway_requests_seconds_\\w+\\{([^}]*)}", rules))
                .isNotEmpty()
                .allMatch(labels -> labels.startsWith("objective="))
                .noneMatch(labels -> labels.contains("route"));
        assertThat(found("objective=\"([^\"]*)\"", rules)).containsOnly(Objective.ANSWERS.id(), Objective.READS.id());
    }

    @Test
    void rulesAskForBucketsThatThereAre() {
        String settings = read("gateway/src/main/resources/application.yml");
        String buckets = found("slo.prongsai.gateway.requests: (.*)", settings).getFirst();

        assertThat(buckets).endsWith(" 500ms, 1s, 5s");
        assertThat(found("le=\"([^\"]*)\"", rules)).containsOnly("0.5", "1.0", "5.0");
    }

    @Test
    void theRunbookNamesServiceAndObjectiveOfEveryDoor() {
        assertThat(read("docs/operations.md").lines().filter(line -> line.matches("\\| (\\w+-service|portal) \\|.*")))
                .containsExactlyElementsOf(
                        Stream.of(Target.values()).map(ObjectiveTest::row).toList());
    }

    private static String row(Target target) {
        String name = target == Target.PORTAL ? target.id() : target.id() + "-service";
        return Stream.of(Objective.values())
                .map(objective -> Stream.of(Door.values())
                        .filter(door -> door.target() == target && door.objective() == objective)
                        .map(door -> "`" + door.id() + "`")
                        .sorted()
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" | ", "| " + name + " | ", " |"));
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(HOME.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
