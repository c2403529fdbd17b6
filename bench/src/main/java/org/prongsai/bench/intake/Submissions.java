package org.prongsai.bench.intake;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.form.Question;

/** Answers to an open part, spread over units, each under 32 random bytes of its own. */
final class Submissions implements Requests {

    private static final int SHEETS = 4;
    private static final int TOKEN = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final List<Template> templates;
    private final RandomGenerator luck;
    private final byte[] token = new byte[TOKEN];
    private int sent;

    private Submissions(List<Template> templates, RandomGenerator luck) {
        this.templates = templates;
        this.luck = luck;
    }

    static Submissions of(String host, List<String> paths, String instrument, Form form, RandomGenerator luck) {
        var templates = Stream.generate(() -> paths)
                .limit(SHEETS)
                .flatMap(List::stream)
                .map(path -> Template.of(host, path, body(instrument, answers(form, luck))))
                .toList();
        return new Submissions(templates, luck);
    }

    @Override
    public void next(ByteBuffer into) {
        luck.nextBytes(token);
        templates.get(sent++ % templates.size()).write(into, BASE64.encode(token));
    }

    /** Some answers as JSON, one to each question. */
    static String answers(Form form, RandomGenerator luck) {
        return form.questions().stream()
                .map(question -> "\"%s\":\"%s\"".formatted(question.code(), option(question, luck)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String option(Question question, RandomGenerator luck) {
        return question.optionCodes().get(luck.nextInt(question.options().size()));
    }

    private static String body(String instrument, String answers) {
        return "{\"instrument\":\"%s\",\"part\":\"1\",\"language\":\"th\",\"ticket\":{\"token\":\"%s\"},\"answers\":%s}"
                .formatted(instrument, Template.PLACE, answers);
    }
}
