package org.prongsai.assessment.response;

import java.util.List;
import org.prongsai.messaging.PostgresClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Answers that nothing vouched for: into the pool beside their place, unless their token has an answer in the place itself,
 * which they then repeat or change.
 */
@Component
class AsideStore {

    // As where answers are vouched for, but for the choice of the pool; they are too few for their conflicts to cost.
    static final String ADMIT = """
            with sent as (
                select n, round, agency, instrument, part, beside, framework,
                    decode(token, 'hex') as token, answers::jsonb as answers
                from unnest(:rounds, :agencies, :instruments, :parts, :besides, :frameworks, :tokens, :answers)
                    with ordinality as s(round, agency, instrument, part, beside, framework, token, answers, n)
            ), here as (
                select p.pool, p.drained, p.round, p.agency, p.instrument, p.part, (
                    select b.pool from pool b where b.round = p.round and b.agency = p.agency
                        and b.instrument = p.instrument and b.part = p.part || :suffix) as beside, k.aside
                from pool p join (
                    select round, agency, instrument, part, framework, false as aside from sent
                    union select round, agency, instrument, beside, framework, true from sent) k
                    using (round, agency, instrument, part, framework)
                order by p.pool for share of p
            ), aside as materialized (
                select pool, drained from here where aside
            ), line as (
                select s.n, s.token, s.answers, h.pool as place, h.beside,
                    h.drained or b.drained as drained,
                    case when exists (select from response c
                            where not c.waiting and c.pool = h.pool and c.token_hash = s.token)
                        or exists (select from response w
                            where w.waiting and w.pool = h.pool and w.token_hash = s.token)
                    then h.pool else b.pool end as pool
                from sent s join here h using (round, agency, instrument, part)
                join aside b on b.pool = h.beside
            ), look as (
                select line.*, (select c.answers from response c
                    where not c.waiting and c.pool = line.pool and c.token_hash = line.token) as counted
                from line
            ), put as (
                insert into response (pool, answers, token_hash, waiting)
                select pool, answers, token, true from look
                where not drained and (counted is distinct from answers or exists (
                    select from response w where w.waiting and w.pool = look.pool and w.token_hash = look.token))
                order by pool, token
                on conflict (token_hash, waiting, pool) do update
                set id = gen_random_uuid(), answers = excluded.answers
                where response.answers <> excluded.answers
                returning pool, token_hash
            )
            select max(n)::int as n, bool_or(drained) as drained, bool_or(unverified) as unverified,
                max(beside) as beside, bool_or(stored) as stored, bool_or(stored) and bool_and(unseen) as first
            from (
                select n, pool, token, drained, pool <> place as unverified, beside, false as stored,
                    counted is null and not exists (select from response w
                        where w.waiting and w.pool = look.pool and w.token_hash = look.token) as unseen
                from look
                union all select null, pool, token_hash, null, null, null, true, null from put) found
            group by pool, token
            """;

    private final PostgresClient database;

    AsideStore(@Qualifier("responses") PostgresClient database) {
        this.database = database;
    }

    /** Nothing for one without its pool, or the one beside it, of its framework. */
    Flux<Written> admit(List<Submitted> batch) {
        if (batch.isEmpty()) {
            return Flux.empty();
        }
        return ResponseStore.bind(database.sql().sql(ADMIT), batch)
                .bind("besides", ResponseStore.column(batch, Submitted::beside))
                .map(row -> ResponseStore.written(batch, row))
                .all();
    }
}
