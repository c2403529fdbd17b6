package org.prongsai.seeds.demo;

import java.util.List;
import org.prongsai.methodology.form.Form;

/** Everybody who answers in one pool; none of them exists. Each has a number, a leaning, and an answer to every question. */
final class Crowd {

    private static final double NOT_KNOWING = 0.05;
    private static final double QUESTIONS_DIFFER = 3;
    /** Few people have met with the bad thing even where the mood is bad. */
    private static final double MEETING = 0.6;

    private final Pool pool;
    private final String path;
    private final Dice people;
    private final Form form;
    private final List<Question> questions;
    private final double[] moods;

    Crowd(String seed, Pool pool, Form form) {
        this.pool = pool;
        this.path = String.join("/", seed, pool.unit().agency(), pool.instrument(), pool.part());
        this.people = Dice.of(path);
        this.form = form;
        this.questions = form.questions().stream().map(Question::of).toList();
        Dice mood = Dice.of(seed).to(pool.unit().agency()).to("question");
        this.moods = questions.stream()
                .mapToDouble(question -> QUESTIONS_DIFFER * mood.bell(question.code()))
                .toArray();
    }

    /** The sheets of those from this number on, before the other. */
    Sheets sheets(int from, int to) {
        var tokens = new Tokens(path);
        var places = new int[to - from][];
        var names = new String[to - from];
        for (int number = from; number < to; number++) {
            places[number - from] = answers(number);
            names[number - from] = tokens.of(number);
        }
        return new Sheets(pool, form, places, names);
    }

    private int[] answers(int number) {
        Dice self = people.to(number);
        var answers = new int[questions.size()];
        if (scripted(self))
            for (int q = 0; q < answers.length; q++)
                answers[q] = questions.get(q).best();
        else answer(self, answers);
        return answers;
    }

    private boolean scripted(Dice self) {
        return pool.scripted() > 0 && self.roll("script") < pool.scripted();
    }

    private void answer(Dice self, int[] answers) {
        Dice unsure = self.to("unsure");
        Dice answer = self.to("answer");
        double leaning = self.bell("leaning");
        for (int q = 0; q < answers.length; q++) {
            var question = questions.get(q);
            boolean knows = question.unknown() == Question.NONE || unsure.roll(question.code()) >= NOT_KNOWING;
            double opinion = pool.profile().opinion(leaning, answer.bell(question.code())) + moods[q];
            answers[q] = knows ? opinion(self, question, opinion) : question.unknown();
        }
    }

    private static int opinion(Dice self, Question question, double opinion) {
        if (!question.yesOrNo()) return question.nearest(opinion);
        boolean met = self.to("met").roll(question.code()) < (100 - opinion) / 100 * MEETING;
        return met ? question.worst() : question.best();
    }
}
