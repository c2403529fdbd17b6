-- Whom assessors may call, apart from everything else that is known of anybody. The number lies sealed; beside it stands
-- only whether it was handed out. All of a unit's are gone when its window closes.
create table contact (
    round      text not null references round,
    agency     text not null,
    contact    uuid not null default gen_random_uuid(),
    sealed     bytea not null,
    handed_out boolean not null default false,
    primary key (round, agency, contact)
) partition by hash (round, agency);

do $$ begin
    for leaf in 0..15 loop
        execute format(
            'create table contact_%s partition of contact for values with (modulus 16, remainder %1$s)', leaf);
    end loop;
end $$;

-- Forgets a unit's contacts, or those that were not handed out yet, by writing what else the leaf holds into a new file, in
-- random order: a row that is only deleted stays readable in the file for whoever has the key.
create function forget_contacts(of_round text, of_agency text, waiting_only boolean) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    leaf text;
    were bigint;
    are  bigint;
begin
    select tableoid::regclass::text into leaf from contact where round = of_round and agency = of_agency limit 1;
    if leaf is null then return 0; end if;
    execute format('lock table %I in access exclusive mode', leaf);
    execute format('select count(*) from %I', leaf) into were;
    execute format(
        'create temp table kept as select * from %I where round <> %L or agency <> %L or (%L and handed_out)',
        leaf, of_round, of_agency, waiting_only);
    execute format('truncate %I', leaf);
    insert into contact select * from kept order by gen_random_uuid();
    get diagnostics are = row_count;
    drop table kept;
    return were - are;
end $$;

revoke execute on function forget_contacts from public;
grant execute on function forget_contacts to ${runtime};
grant select, insert, update (handed_out) on contact to ${runtime};
