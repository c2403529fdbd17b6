package org.prongsai.bench.intake;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prongsai.bench.load.Requests;
import org.prongsai.methodology.form.Form;
import org.prongsai.methodology.form.Question;

/** Answers spread over units, each under a ticket of its own. */
final class Submissions implements Requests {

    private static final int SHEETS = 4;

    private final List<Template> templates;
    private final Tickets.Stock tickets;
    private int sent;

    private Submissions(List<Template> templates, Tickets.Stock tickets) {
        this.templates = templates;
        this.tickets = tickets;
    }

    static Submissions of(
            String host,
            List<String> paths,
            String instrument,
            Form form,
            Tickets.Stock tickets,
            RandomGenerator luck) {
        String place = Template.place(tickets.length());
        var templates = Stream.generate(() -> paths)
                .limit(SHEETS)
                .flatMap(List::stream)
                .map(path -> Template.of(host, path, body(instrument, place, answers(form, luck))))
                .toList();
        return new Submissions(templates, tickets);
    }

    @Override
    public void next(ByteBuffer into) {
        templates.get(sent++ % templates.size()).write(into, tickets.next());
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

    private static String body(String instrument, String ticket, String answers) {
        return "{\"instrument\":\"%s\",\"part\":\"1\",\"language\":\"th\",\"ticket\":{%s},\"answers\":%s}"
                .formatted(instrument, ticket, answers);
    }
}
