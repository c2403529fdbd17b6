package org.prongsai.seeds.demo;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody who does not exist: a token, a leaning, and an answer to every question. */
record Respondent(Dice dice, Pool pool, int number) {

    private static final double NOT_KNOWING = 0.05;
    private static final double QUESTIONS_DIFFER = 3;

    String token() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(self().of("token").bytes());
    }

    Map<String, String> answers(List<Question> questions) {
        var answers = new LinkedHashMap<String, String>();
        boolean scripted = self().roll("script") < pool.profile().scripted();
        questions.forEach(question -> answers.put(question.code(), scripted ? question.best() : answer(question)));
        return answers;
    }

    private String answer(Question question) {
        boolean unsure = self().roll("unsure", question.code()) < NOT_KNOWING;
        return question.dontKnow().filter(_ -> unsure).orElseGet(() -> opinion(question));
    }

    private String opinion(Question question) {
        double opinion = pool.profile().opinion(self().bell("leaning"), self().bell("answer", question.code()))
                + QUESTIONS_DIFFER * unit().bell("question", question.code());
        return question.yesOrNo() ? yesOrNo(question, opinion) : question.nearest(opinion);
    }

    /** Few people have met with the bad thing even where the mood is bad. */
    private String yesOrNo(Question question, double opinion) {
        boolean met = self().roll("met", question.code()) < (100 - opinion) / 100 * 0.6;
        return met ? question.worst() : question.best();
    }

    private Dice unit() {
        return dice.of(pool.unit().agency());
    }

    private Dice self() {
        return unit().of(pool.instrument(), pool.part(), number);
    }
}
