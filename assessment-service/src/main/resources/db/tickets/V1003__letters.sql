alter table draw add column undelivered int not null default 0 check (undelivered between 0 and count);

-- Letters on their way. To whom and with which code lies sealed, and goes when the mail server has taken the letter.
create table letter (
    letter       uuid primary key,
    draw         bigint not null references draw,
    sealed       bytea not null,
    attempts     int not null default 0,
    next_attempt timestamptz not null,
    until        timestamptz not null
);
create index letter_next on letter (next_attempt);
create index letter_draw on letter (draw);

-- What the letters of a draw say, all the same but for the code.
create table wording (
    draw     bigint primary key references draw,
    language text not null check (language in ('th', 'en')),
    subject  text not null,
    body     text not null
);

-- To whom a code was sent in a round: a keyed hash of the address, beside no code and no draw.
create table addressee (
    round        text not null,
    instrument   text not null,
    address_hash bytea not null,
    primary key (round, instrument, address_hash)
);

-- Writes the letters that still wait into a new file: one that was sent and deleted would stay readable in the old one for
-- whoever has the key, with its address beside its code.
create function rewrite_letters() returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    waiting bigint;
begin
    lock table letter in access exclusive mode;
    create temp table kept as select * from letter;
    truncate letter;
    insert into letter select * from kept order by gen_random_uuid();
    get diagnostics waiting = row_count;
    drop table kept;
    return waiting;
end $$;

revoke execute on function rewrite_letters from public;
grant execute on function rewrite_letters to ${runtime};
grant update (undelivered) on draw to ${runtime};
grant select, insert, update (attempts, next_attempt), delete on letter to ${runtime};
grant select, insert on wording to ${runtime};
grant select, insert, delete on addressee to ${runtime};
