package org.prongsai.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.prongsai.contracts.Event;
import org.prongsai.contracts.EventJson;
import org.prongsai.contracts.Topic;
import org.prongsai.contracts.assessment.AgencyChanged;
import org.prongsai.contracts.assessment.FrameworkPublished;
import org.prongsai.contracts.assessment.Participants;
import org.prongsai.contracts.assessment.ResponsesReleased;
import org.prongsai.contracts.assessment.ResponsesReleased.Answered;
import org.prongsai.contracts.assessment.RoundState;
import org.prongsai.contracts.assessment.RoundState.StepWindow;
import org.prongsai.messaging.Told;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.scoring.framework.Edition;

/** A small framework, a round, units and their answers. */
public final class Sample {
    public static final String REF = "small@1";
    public static final Instant PAST = Instant.parse("2024-01-01T00:00:00Z");
    public static final Instant FUTURE = Instant.parse("2099-01-01T00:00:00Z");

    /** Of each instrument, answers of the best and the worst kind, and of people who know nothing. */
    public static final Map<String, String> GOOD_STAFF = Map.of("i1.1", "4", "i1.2", "1", "i2", "1", "i3", "1");

    public static final Map<String, String> BAD_STAFF = Map.of("i1.1", "1", "i1.2", "4", "i2", "2", "i3", "2");
    public static final Map<String, String> GOOD = Map.of("e1", "1", "e2", "1");
    public static final Map<String, String> BAD = Map.of("e1", "2", "e2", "2");
    public static final Map<String, String> UNKNOWING = Map.of("e1", "na", "e2", "na");

    private Sample() {}

    public static Framework framework(String ref) {
        return framework(ref, "", "");
    }

    /** The same with other letters in the place of some. */
    public static Framework framework(String ref, String from, String to) {
        try (var stream = Sample.class.getResourceAsStream("small.yaml")) {
            var yaml = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("name: small", "name: " + ref.substring(0, ref.indexOf('@')))
                    .replace(from.isEmpty() ? "\u0000" : from, to);
            return FrameworkFile.parse(yaml).orThrow().at(Integer.parseInt(ref.substring(ref.indexOf('@') + 1)));
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    public static Edition edition() {
        return Edition.of(framework(REF));
    }

    public static FrameworkPublished published(String ref) {
        return published(framework(ref));
    }

    public static FrameworkPublished published(Framework framework) {
        return new FrameworkPublished(
                String.valueOf(framework.ref()), EventJson.MAPPER.readTree(FrameworkFile.json(framework)));
    }

    public static RoundState round(String round, String framework, String parent, Instant marking) {
        return new RoundState(
                round,
                Map.of("th", "รอบ", "en", "Round"),
                framework,
                new Participants(parent, List.of("province")),
                5,
                Map.of("iit", "close", "eit", "live"),
                true,
                List.of(new StepWindow("oit", PAST, PAST.plusSeconds(60)), new StepWindow("marking", PAST, marking)),
                List.of());
    }

    public static AgencyChanged agency(String agency, String type, String... above) {
        var path = new ArrayList<>(List.of(above));
        path.add(agency);
        return new AgencyChanged(
                agency, path, type, null, Map.of("th", agency, "en", agency), LocalDate.of(2009, 9, 7), null);
    }

    public static List<Answered> times(int n, Map<String, String> answers) {
        return IntStream.range(0, n)
                .mapToObj(_ -> new Answered(UUID.randomUUID(), answers))
                .toList();
    }

    public static ResponsesReleased release(
            String round, String agency, String instrument, List<Answered> added, List<Answered> withdrawn) {
        return release(REF, round, agency, instrument, added, withdrawn);
    }

    public static ResponsesReleased release(
            String framework,
            String round,
            String agency,
            String instrument,
            List<Answered> added,
            List<Answered> withdrawn) {
        return new ResponsesReleased(round, agency, instrument, "1", framework, added, withdrawn);
    }

    public static Told told(Topic topic, Event event) {
        return new Told(topic, 0, 0, event.subject(), 1, event);
    }
}
