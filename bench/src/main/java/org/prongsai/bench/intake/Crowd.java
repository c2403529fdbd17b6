package org.prongsai.bench.intake;

import java.util.List;
import java.util.random.RandomGenerator;
import org.prongsai.bench.load.Requests;
import org.prongsai.methodology.form.Form;

/** Those who answer: which units, what they are asked, what they lean on, and the luck that makes each of them another one. */
record Crowd(List<String> units, String instrument, Form form, Tickets tickets, RandomGenerator luck) {

    Requests to(Target target, Tickets.Stock stock) {
        var paths = units.stream().map(target::path).toList();
        return Submissions.of(target.host(), paths, instrument, form, stock, luck);
    }

    /** What one of them says, as it is stored. */
    String answers() {
        return Submissions.answers(form, luck);
    }
}
