-- The whole round as its event carries it; readers lock the row to see a calendar that nobody is changing.
create table round (
    round   text primary key,
    state   jsonb not null,
    version bigint not null default 1
);

create table population (
    round    text not null references round,
    agency   text not null,
    internal int not null check (internal >= 0),
    on_leave int not null check (on_leave between 0 and internal),
    external int not null check (external >= 0),
    version  bigint not null default 1,
    primary key (round, agency)
);

grant select, insert, update (state, version) on round to ${runtime};
grant select, insert, update (internal, on_leave, external, version) on population to ${runtime};
