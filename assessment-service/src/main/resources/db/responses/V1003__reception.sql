-- What is counted apart of the answers to open parts, and never beside one: days (of Bangkok), languages, and in which
-- capacity people came; each by itself, so that no two of them can be joined. Written for many answers at once.
create table reception (
    pool    int not null,
    kind    text not null check (kind in ('day', 'language', 'capacity')),
    value   text not null,
    answers bigint not null check (answers > 0),
    primary key (pool, kind, value)
);

grant select, insert, update (answers) on reception to ${runtime};
