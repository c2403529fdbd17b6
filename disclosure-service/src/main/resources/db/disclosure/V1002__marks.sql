-- The mark that counts for an item now; earlier ones stand in the outbox as they were told.
create table mark (
    round     text not null,
    agency    text not null,
    item      text not null,
    mark      int not null,
    marked_at timestamptz not null,
    primary key (round, agency, item)
);

grant select, insert, update (mark, marked_at) on mark to ${runtime};
