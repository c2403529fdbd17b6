-- Answers wait in the pool of their unit, instrument and part until a shuffled group leaves. Nothing here says who
-- answered, when, from where or in which language.
create table pool (
    pool       bigint generated always as identity primary key,
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

-- A token has at most one answer that waits and one that counts.
create table response (
    id         uuid primary key default gen_random_uuid(),
    pool       bigint not null references pool,
    answers    jsonb not null,
    token_hash bytea not null,
    waiting    boolean not null
);
create unique index response_token on response (token_hash, waiting);
create index response_waiting on response (pool) where waiting;
create index response_receipt on response (substring(sha256(token_hash) from 1 for 10));

grant select, insert, update (drained, framework) on pool to ${runtime};
grant select, insert, delete, update (id, answers) on response to ${runtime};
