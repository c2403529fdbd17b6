package org.prongsai.methodology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.prongsai.methodology.file.FrameworkFile;
import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.framework.BelowMinimum;
import org.prongsai.methodology.framework.Framework;
import org.prongsai.methodology.framework.Indicator;
import org.prongsai.methodology.framework.Instrument;
import org.prongsai.methodology.framework.Item;
import org.prongsai.methodology.framework.Option;
import org.prongsai.methodology.framework.Part;
import org.prongsai.methodology.framework.SubIndicator;

/** Frameworks for tests: the small one of the file, and one shaped like fiscal years 2563 to 2565. */
public final class Sample {
    public static final Map<String, String> TEXT = Map.of("th", "ก", "en", "a");

    private Sample() {}

    public static String text(String resource) {
        try (var stream = Sample.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    public static Framework small() {
        return FrameworkFile.parse(text("small.yaml")).orThrow();
    }

    public static Framework small(BelowMinimum rule) {
        return FrameworkFile.parse(text("small.yaml").replace("score-with-flag", rule.code()))
                .orThrow();
    }

    public static Instrument instrument(String code) {
        return small().instrument(code).orElseThrow();
    }

    public static Form form(String instrument) {
        return Form.of(instrument(instrument));
    }

    public static Framework fy2564() {
        return framework(
                "fy2564",
                List.of(survey("iit", "0.3", List.of(1, 2, 3, 4, 5)), survey("eit", "0.3", List.of(6, 7, 8)), oit()));
    }

    /** The small one's rules over other instruments. */
    public static Framework framework(String name, List<Instrument> instruments) {
        var small = small();
        return new Framework(
                null,
                name,
                2564,
                TEXT,
                Map.of(),
                "verified",
                small.languages(),
                Map.of(),
                small.rounding(),
                small.belowMinimum(),
                small.k(),
                false,
                instruments,
                small.levels(),
                small.sampleRule());
    }

    public static Instrument survey(String code, String weight, List<Integer> indicators) {
        return new Instrument(
                code,
                Map.of(),
                null,
                new BigDecimal(weight),
                List.of(new Part("1", Map.of(), null, BigDecimal.ONE, false)),
                List.of(),
                null,
                indicators.stream()
                        .map(each -> new Indicator(
                                each.toString(),
                                TEXT,
                                null,
                                IntStream.rangeClosed(1, 3)
                                        .mapToObj(i -> item(code.charAt(0) + "" + each + "-" + i, sixLevels()))
                                        .toList(),
                                List.of()))
                        .toList());
    }

    private static Instrument oit() {
        return new Instrument(
                "oit",
                Map.of(),
                null,
                new BigDecimal("0.4"),
                List.of(),
                List.of(0, 100),
                0,
                List.of(marked("9", 9, 8, 7, 4, 5), marked("10", 8, 2)));
    }

    private static Indicator marked(String code, int... sizes) {
        return new Indicator(
                code,
                TEXT,
                null,
                List.of(),
                IntStream.range(0, sizes.length)
                        .mapToObj(group -> new SubIndicator(
                                code + "." + (group + 1),
                                TEXT,
                                null,
                                IntStream.rangeClosed(1, sizes[group])
                                        .mapToObj(i -> item("o" + code + "." + (group + 1) + "-" + i, List.of()))
                                        .toList()))
                        .toList());
    }

    private static Item item(String code, List<Option> options) {
        return new Item(
                code, TEXT, "provisional", Map.of(), List.of(), options, List.of(), Map.of(), List.of(), Map.of());
    }

    private static List<Option> sixLevels() {
        return IntStream.rangeClosed(1, 7)
                .mapToObj(i -> i == 7 ? new Option("na", TEXT, null) : new Option("" + i, TEXT, (i - 1) * 20))
                .toList();
    }
}
