-- Who may answer, and never what. A key signs for one unit and instrument of a round; once written it stays as it is.
create table issuing_key (
    key         bigint generated always as identity primary key,
    round       text not null,
    agency      text not null,
    instrument  text not null,
    sealed      bytea not null,
    unique (round, agency, instrument)
);

-- How invitations were given out, each time they were; the day is that of Bangkok.
create table draw (
    draw     bigint generated always as identity primary key,
    key      bigint not null references issuing_key,
    channel  text not null check (channel in ('slips', 'sign-in')),
    drawn_by text not null check (drawn_by in ('unit', 'above', 'authority')),
    count    int not null check (count > 0),
    day      date not null
);
create index draw_key on draw (key);

-- The code itself is nowhere: an HMAC of it, and once it is redeemed the SHA-256 of what was signed for it. No date.
create table invitation (
    key          bigint not null,
    code_hash    bytea not null,
    draw         bigint not null,
    blinded_hash bytea,
    voided       boolean not null default false,
    primary key (key, code_hash)
) partition by hash (key);

-- Somebody may bring a code to another unit than its own, and is told where it belongs.
create index invitation_code on invitation (code_hash, key);

do $$ begin
    for leaf in 0..15 loop
        execute format(
            'create table invitation_%s partition of invitation for values with (modulus 16, remainder %1$s)', leaf);
    end loop;
end $$;

-- No samples of them for the planner, which needs none: they would lie in its catalogue for good.
alter table invitation alter column code_hash set statistics 0, alter column blinded_hash set statistics 0;


-- What holders reported, each once: a keyed hash of who reports, that of no invitation and of no answer. No date.
create table report (
    round  text not null,
    agency text not null,
    kind   text not null check (kind in ('already-used', 'told-what-to-answer')),
    holder bytea not null,
    primary key (round, agency, kind, holder)
);

-- How many invitations were out and redeemed on a morning, for everybody to see. No row says anything of one invitation.
create table invitation_day (
    day   date primary key,
    taken timestamptz not null
);

create table invitation_count (
    key      bigint not null references issuing_key,
    day      date not null references invitation_day,
    issued   int not null,
    redeemed int not null,
    primary key (key, day)
);

-- Writes the invitations of a leaf into a file of its own, in random order: a redeemed one would otherwise lie, and carry
-- the number of a transaction, in the order in which people came.
create function rewrite_invitations(leaf int) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    place text := format('invitation_%s', leaf);
    moved bigint;
begin
    execute format('lock table %I in access exclusive mode', place);
    execute format('create temp table gone as select * from %I', place);
    execute format('truncate %I', place);
    insert into invitation select * from gone order by gen_random_uuid();
    get diagnostics moved = row_count;
    drop table gone;
    return moved;
end $$;

revoke execute on function rewrite_invitations from public;
grant execute on function rewrite_invitations to ${runtime};
grant select, insert on issuing_key, draw, report, invitation_day, invitation_count to ${runtime};
grant select, insert, update (blinded_hash, voided) on invitation to ${runtime};
