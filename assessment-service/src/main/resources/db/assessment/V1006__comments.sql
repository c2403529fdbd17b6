-- What service users wrote in their own words. It lies in another database than codes and answers, and no row says who wrote
-- it, when, from where, or what else the same person answered. The identifier is random and made by whoever wrote.
create table comment (
    round    text not null references round,
    agency   text not null,
    comment  uuid not null,
    language text not null,
    text     text check (char_length(text) between 1 and 2000),
    state    text not null default 'waiting' check (state in ('waiting', 'kept', 'set-aside')),
    theme    text,
    essence  text check (char_length(essence) between 1 and 500),
    version  int not null default 1,
    primary key (round, agency, comment),
    check ((theme is not null) = (state = 'kept')),
    check (essence is null or state = 'kept'),
    check (text is not null or state = 'kept')
);
create index comment_state on comment (round, agency, state, comment);

-- No samples of them for the planner: they would lie in its catalogue for good.
alter table comment
    alter column comment set statistics 0, alter column text set statistics 0, alter column essence set statistics 0;

-- Writes all comments into a new file, in random order and by one transaction: a row would otherwise lie, and carry the
-- number of a transaction, in the order in which people wrote; and one that was deleted or changed would stay readable.
create function rewrite_comments() returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    moved bigint;
begin
    lock table comment in access exclusive mode;
    create temp table gone as select * from comment;
    truncate comment;
    insert into comment select * from gone order by gen_random_uuid();
    get diagnostics moved = row_count;
    drop table gone;
    return moved;
end $$;

revoke execute on function rewrite_comments from public;
grant execute on function rewrite_comments to ${runtime};
grant select, insert, delete, update (language, text, state, theme, essence, version) on comment to ${runtime};

-- When every comment was last rewritten, at first when there was none yet: one moment of all of them, and of no single one.
create table night (
    done timestamptz not null,
    one  boolean primary key default true check (one)
);
insert into night (done) values (now());

grant select, update (done) on night to ${runtime};
