-- What this service knows of others, told by their owners in full each time.
create table framework (
    ref      text primary key,
    document text not null
);

create table agency (
    agency       text primary key,
    path         text[] not null,
    type         text not null,
    name         text not null,
    names        jsonb not null,
    predecessors jsonb not null,
    first_day    date,  -- null where it was never told
    last_day     date,
    name_th      text generated always as (name::jsonb ->> 'th') stored,
    name_en      text generated always as (name::jsonb ->> 'en') stored,
    search       text not null generated always as
                     (lower(agency || E'\n' || coalesce(name::jsonb ->> 'th', '') || E'\n'
                         || coalesce(name::jsonb ->> 'en', ''))) stored
);
create index agency_path on agency using gin (path);
create index agency_type on agency (type);

create table round (
    round     text primary key,
    framework text not null,
    parent    text not null,
    types     text[] not null,
    state     text not null
);
create index round_framework on round (framework);

create table population (
    round    text not null,
    agency   text not null,
    internal int not null,
    external int not null,
    primary key (round, agency)
);

grant select, insert on framework to ${runtime};
grant select, insert, update (path, type, name, names, predecessors, first_day, last_day) on agency to ${runtime};
grant select, insert, update (framework, parent, types, state) on round to ${runtime};
grant select, insert on population to ${runtime};
grant update (internal, external) on population to ${runtime};
