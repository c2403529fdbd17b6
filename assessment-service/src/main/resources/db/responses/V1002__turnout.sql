-- How many had answered in each pool on the morning of a day, and when that was counted. Once written, it stays. A pool
-- that was not there yet, or had been drained days before, has no row. No row says anything of one answer.
create table turnout_day (
    day   date primary key,
    taken timestamptz not null
);

create table turnout (
    pool      int not null,
    day       date not null references turnout_day,
    responses int not null check (responses >= 0),
    drained   boolean not null,
    primary key (pool, day)
);
create index turnout_drained on turnout (pool) where drained;

grant select, insert on turnout_day, turnout to ${runtime};
