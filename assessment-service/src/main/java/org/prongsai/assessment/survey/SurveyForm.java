package org.prongsai.assessment.survey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.prongsai.methodology.form.Question;
import org.prongsai.methodology.framework.Option;

/** A survey as respondents see it: questions and options with their words, without any value. */
record SurveyForm(
        String round,
        String instrument,
        String framework,
        List<String> languages,
        List<String> parts,
        String state,
        Instant opens,
        Instant closes,
        boolean rehearsal,
        List<Joint> joint,
        List<Asked> questions) {

    /** A unit and those that are assessed as part of it: who belongs to any of them answers here. */
    record Joint(String agency, List<String> with) {}

    record Asked(String code, String indicator, Map<String, String> text, String provenance, List<Offered> options) {}

    record Offered(String code, Map<String, String> label) {}

    static SurveyForm of(Survey survey, Instant now) {
        return new SurveyForm(
                survey.round(),
                survey.instrument(),
                survey.of().state().framework(),
                survey.framework().languages(),
                survey.parts(),
                survey.state(now),
                survey.window().from(),
                survey.window().to(),
                survey.of().state().rehearsal(),
                survey.of().state().joint().stream()
                        .map(each -> new Joint(each.agency(), each.with()))
                        .toList(),
                survey.form().questions().stream().map(SurveyForm::asked).toList());
    }

    private static Asked asked(Question question) {
        return new Asked(
                question.code(),
                question.indicator(),
                question.text(),
                question.provenance(),
                question.options().stream().map(SurveyForm::offered).toList());
    }

    private static Offered offered(Option option) {
        return new Offered(option.code(), option.label());
    }
}
