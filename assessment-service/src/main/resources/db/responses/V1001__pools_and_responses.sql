-- Answers wait in the pool of their unit, instrument and part until a shuffled group leaves. Nothing here says who
-- answered, when, from where or in which language.
create table pool (
    pool       int generated always as identity primary key,
    round      text not null,
    agency     text not null,
    instrument text not null,
    part       text not null,
    framework  text not null,
    k          int not null check (k > 0),
    release    text not null check (release in ('live', 'close')),
    drained    boolean not null default false,
    unique (round, agency, instrument, part)
);
create index pool_open on pool (round) where not drained;
create index pool_live on pool (pool) where release = 'live' and not drained;

-- A token has at most one answer that waits and one that counts. Pools are never deleted and every statement finds its
-- pool first, so no foreign key locks the pool's row once more for each answer. A token may lie anywhere in its index, so
-- the next answer finds and writes a page that none before it did: the index is kept small, and is the only one of its
-- kind. It begins with the token, so that one answer is found by it whatever a plan makes of the rest.
create table response (
    id         uuid not null default gen_random_uuid(),
    pool       int not null,
    answers    jsonb not null,
    token_hash bytea not null check (octet_length(token_hash) = 16),
    waiting    boolean not null,
    primary key (token_hash, waiting, pool)
) partition by list (waiting);

create table response_counted partition of response for values in (false);
create table response_waiting partition of response for values in (true) partition by hash (pool);

-- Of whole pools. It is a partial index though it holds all: only a statement that says pool > 0 can be planned through it,
-- so that none ever finds a single answer by reading its pool. With both columns a count reads no answers.
create index response_pool on response (pool, waiting) where pool > 0;

-- In leaves, because the nightly rewriting shuts one at a time.
do $$ begin
    for leaf in 0..15 loop
        execute format(
            'create table response_waiting_%s partition of response_waiting for values with (modulus 16, remainder %1$s)',
            leaf);
    end loop;
end $$;

-- No samples of them for the planner, which needs none: they would lie in its catalogue for good.
alter table response
    alter column id set statistics 0, alter column answers set statistics 0, alter column token_hash set statistics 0;

-- Writes the waiting answers of a leaf into a file of its own, in random order under new ids, all by one transaction.
-- Deleting and inserting would leave the old rows in their pages, in the order in which they came.
create function rewrite_waiting(leaf int) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    place  text := format('response_waiting_%s', leaf);
    moved  bigint;
begin
    execute format('lock table %I in access exclusive mode', place);
    execute format('create temp table gone as select pool, answers, token_hash from %I', place);
    execute format('truncate %I', place);
    insert into response (pool, answers, token_hash, waiting)
    select pool, answers, token_hash, true from gone order by gen_random_uuid();
    get diagnostics moved = row_count;
    drop table gone;
    return moved;
end $$;

revoke execute on function rewrite_waiting from public;
grant execute on function rewrite_waiting to ${runtime};
grant select, insert, update (drained, framework) on pool to ${runtime};
grant select, insert, delete, update (id, answers) on response to ${runtime};
