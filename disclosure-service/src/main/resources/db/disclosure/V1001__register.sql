-- Copies of what the assessment service tells: whole states, replaced by later ones.
create table agency (
    agency text primary key,
    path   text[] not null,
    type   text not null,
    first_day date,  -- null where it was never told
    last_day  date
);

create table round (
    round text primary key,
    state jsonb not null
);

create table framework (
    ref      text primary key,
    document jsonb not null
);

grant select, insert, update (path, type, first_day, last_day) on agency to ${runtime};
grant select, insert, update (state) on round to ${runtime};
grant select, insert on framework to ${runtime};
