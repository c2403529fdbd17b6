-- What scores rest on: sums of answers, never an answer; and marks.
create table tally (
    round      text not null,
    agency     text not null,
    instrument text not null,
    part       text not null,
    framework  text not null,
    responses  bigint not null,
    body       text not null,
    primary key (round, agency, instrument, part)
);

create table mark (
    round  text not null,
    agency text not null,
    item   text not null,
    mark   int not null,
    primary key (round, agency, item)
);

-- One row for each unit that anything was heard of; its lock puts all who change the unit in a row.
create table score (
    round        text not null,
    agency       text not null,
    participates boolean not null default false,
    adequacy     text,
    total        numeric,
    total_error  numeric,
    total_low    numeric,
    total_high   numeric,
    spread       text,
    level        text,
    left_out     text,  -- why there is no total
    instruments  jsonb not null default '{}',
    indicators   jsonb not null default '{}',
    hidden       text,  -- codes of indicators whose scores are kept back, separated by blanks
    body         text,
    due          timestamptz,  -- the end of a window that changes the score when it comes
    ended        timestamptz,  -- the end of a window that has changed it
    changed_at   timestamptz,
    primary key (round, agency)
);
create index score_by_total on score (round, total, agency) where participates;
create index score_by_total_falling on score (round, total desc nulls last, agency) where participates;
create index score_by_level on score (round, level) where participates;
create index score_by_due on score (due) where due is not null;
create index score_by_ended on score (ended) where ended is not null;

grant select, insert on tally to ${runtime};
grant update (responses, body) on tally to ${runtime};
grant select, insert on mark to ${runtime};
grant update (mark) on mark to ${runtime};
grant select, insert, update on score to ${runtime};
