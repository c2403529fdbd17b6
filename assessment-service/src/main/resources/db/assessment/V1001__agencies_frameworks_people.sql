-- Names are searched by any part of them, in Thai and English.
create extension if not exists pg_trgm;

-- The tree of agencies; path is root … self, so that a subtree is one look into an index.
create table agency (
    agency     text primary key,
    parent     text references agency,
    path       text[] not null check (path[cardinality(path)] = agency),
    type       text not null,
    province   text,
    name_th    text not null,
    name_en    text not null,
    first_day  date not null,
    last_day   date check (last_day >= first_day),
    provenance text not null,
    search     text not null generated always as
                   (lower(agency || E'\n' || name_th || E'\n' || name_en)) stored
);
create index agency_parent on agency (parent);
create index agency_path on agency using gin (path);
create index agency_search on agency using gin (search gin_trgm_ops);

-- What agencies were called, each until its last day, and which follow which: once written, it stays.
create table former_name (
    agency   text not null references agency,
    last_day date not null,
    name_th  text not null,
    name_en  text not null,
    primary key (agency, last_day)
);

create table succession (
    predecessor text not null references agency,
    successor   text not null references agency check (successor <> predecessor),
    kind        text not null check (kind in ('merged', 'split')),
    day         date not null,
    primary key (predecessor, successor, day)
);
create index succession_successor on succession (successor);

-- A version, once written, stays as it is: the runtime role can add versions and nothing else.
create table framework (
    name     text not null,
    version  int not null check (version > 0),
    document json not null,
    primary key (name, version)
);

create table person (
    person   text primary key,
    name_th  text not null,
    name_en  text not null,
    email    text not null,
    language text not null check (language in ('th', 'en'))
);

create table assignment (
    person    text not null references person,
    role      text not null,
    agency    text not null references agency,
    first_day date not null,
    last_day  date check (last_day >= first_day),
    primary key (person, role, agency, first_day)
);
create index assignment_agency on assignment (agency);

grant select, insert on agency to ${runtime};
grant update (parent, path, type, province, name_th, name_en, first_day, last_day, provenance) on agency to ${runtime};
grant select, insert on former_name, succession to ${runtime};
grant select, insert on framework to ${runtime};
grant select, insert on person to ${runtime};
grant update (name_th, name_en, email, language) on person to ${runtime};
grant select, insert, delete on assignment to ${runtime};
