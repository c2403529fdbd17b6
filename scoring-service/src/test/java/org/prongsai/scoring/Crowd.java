package org.prongsai.scoring;

import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.prongsai.contracts.assessment.RoundOpened;
import org.prongsai.messaging.PostgresSettings;

/** A round with thousands of made-up scores, written straight into the database. */
public record Crowd(Setting setting, int units, int branches) {
    /** Under a framework of its own, so that nothing told in another test scores it anew. */
    public static Crowd of(String round, int units, int branches) {
        var crowd = new Crowd(Setting.of(round), units, branches);
        var stage = crowd.setting().stage();
        var framework = round + "@1";
        stage.tell(Sample.published(framework));
        stage.tell(new RoundOpened(Sample.round(round, framework, round + "-bureau", Sample.FUTURE)));
        await().until(() -> stage.one("select count(*) from round where round = $1", Long.class, round) == 1);
        await().until(() -> stage.one("select count(*) from framework where ref = $1", Long.class, framework) == 1);
        crowd.agencies();
        crowd.scores();
        crowd.analyze();
        return crowd;
    }

    private void agencies() {
        run("""
                insert into agency (agency, path, type, name, names, predecessors)
                select '%1$s-bureau', array['%1$s-bureau'], 'bureau', '{"th":"สำนัก","en":"Bureau"}', jsonb '[]', jsonb '[]'
                union all
                select '%1$s-branch-' || b, array['%1$s-bureau', '%1$s-branch-' || b], 'division',
                    '{"th":"กอง ' || b || '","en":"=Division ' || b || '"}', jsonb '[]', jsonb '[]'
                from generate_series(1, %3$d) b
                union all
                select '%1$s-unit-' || n, array['%1$s-bureau', '%1$s-branch-' || (1 + n %% %3$d), '%1$s-unit-' || n],
                    'province', '{"th":"หน่วยที่ ' || n || '","en":"=Unit ' || n || '"}', jsonb '[]', jsonb '[]'
                from generate_series(1, %2$d) n
                """);
    }

    /** One in eleven has no data; the others have totals from 50.00 to 99.99 and ± 2 points. */
    private void scores() {
        run("""
                insert into score (round, agency, participates, adequacy, total, total_error, total_low, total_high,
                    spread, level, left_out, instruments, indicators, body, changed_at)
                select '%1$s', '%1$s-unit-' || n, true, case when none then 'no-data' else 'sufficient' end, t, e,
                    t - 2, t + 2, case when none then null else 'sampled' end,
                    case when none then null when t >= 85 then 'pass' else 'must-improve' end,
                    case when none then 'no-data' end,
                    case when none then '{}' else jsonb_build_object('iit', t, 'eit', t - 1, 'oit', t + 1) end,
                    case when none then '{}'
                        else jsonb_build_object('1', t, '2', t, '6', t - 1, '7', t - 1, '9', t + 1) end,
                    json_build_object('indicators', json '[]', 'made', (select string_agg(md5(n || '-' || part), '')
                        from generate_series(1, 120) part))::text, now()
                from (select n, n %% 11 = 0 as none, case when n %% 11 > 0 then round(50 + (n * 7919 %% 5000) / 100.0, 2) end as t,
                        case when n %% 11 > 0 then 1.02 end as e
                    from generate_series(1, %2$d) n) made
                """);
    }

    /** Whoever has run for a minute has been analyzed; only an owner may. */
    private void analyze() {
        var settings = setting.stage().service().getBean(PostgresSettings.class);
        var place = "jdbc:postgresql://" + settings.postgres() + "/scoring";
        var password = settings.database().get("scoring").ownerPassword();
        try (var owner = DriverManager.getConnection(place, "scoring_owner", password);
                var statement = owner.createStatement()) {
            statement.execute("analyze score, agency");
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void run(String statement) {
        var text = statement.contains("%1$s") ? statement.formatted(setting.round(), units, branches) : statement;
        setting.stage().database().sql().sql(text).then().block();
    }

    Stage.Answer list(String query) {
        return setting.stage().asAuditor("/rounds/" + setting.round() + query);
    }
}
