-- What the authority published elsewhere: shown beside our own scores, never mixed into them.
create table official_result (
    agency      text not null references agency,
    fiscal_year int not null check (fiscal_year between 2540 and 2700),
    total       numeric(5, 2) not null check (total between 0 and 100),
    level       text,
    source      text not null,
    retrieved   date,
    note        text,
    primary key (agency, fiscal_year)
);
create index official_result_newest on official_result (fiscal_year desc, agency);

grant select, insert on official_result to ${runtime};
grant update (total, level, source, retrieved, note) on official_result to ${runtime};
