package org.prongsai.assessment;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.prongsai.assessment.Plans.Scan;

/** How statements find answers. */
public final class AnswerPlans {

    private static final String FILL = """
            insert into pool (round, agency, instrument, part, framework, k, release)
            select 'r', 'u' || n, 'iit', '1', 'f@1', 5, 'live' from generate_series(1, 400) n;
            insert into response (pool, answers, token_hash, waiting)
            select pool, '{"i1":"1"}', decode(md5(pool || '-' || n), 'hex'), n % 2 = 0
            from pool, generate_series(1, 100) n""";

    private AnswerPlans() {}

    public static List<Scan> scans(String statement, Map<String, String> types) throws SQLException, IOException {
        return new Plans(AssessmentWorld.get(), "responses", "response", FILL).scans(statement, types);
    }

    /** An index that begins with the token is entered by one token, or by a list of them. */
    public static boolean byToken(Scan scan) {
        return scan.entry().matches("\\(+token_hash (=|>=) .*");
    }

    /** No more is read than pools that the statement names. */
    public static boolean byPool(Scan scan) {
        return scan.entry().matches(".*\\(pool = .*");
    }
}
