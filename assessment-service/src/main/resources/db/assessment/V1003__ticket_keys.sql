-- The public halves of the keys that sign tickets, for everybody: made at the first draw, never changed.
create table ticket_key (
    round      text not null references round,
    agency     text not null,
    instrument text not null,
    n          text not null,
    e          text not null,
    primary key (round, agency, instrument)
);

-- Who hands out the invitations of a subtree: its units themselves, or somebody above them. The nearest row holds.
create table invitation_rule (
    round    text not null references round,
    agency   text not null,
    drawn_by text not null check (drawn_by in ('unit', 'above')),
    primary key (round, agency)
);

grant select, insert on ticket_key to ${runtime};
grant select, insert, delete, update (drawn_by) on invitation_rule to ${runtime};
