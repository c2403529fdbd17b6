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

-- What comes in during a day, for the first time or in the place of a comment. Nobody is shown it before the night: who
-- looked again and again would learn when somebody wrote.
create table arrival (
    round    text not null references round,
    agency   text not null,
    comment  uuid not null,
    language text not null,
    text     text not null check (char_length(text) between 1 and 2000),
    primary key (round, agency, comment)
);

-- No samples of them for the planner: they would lie in its catalogue for good.
alter table comment
    alter column comment set statistics 0, alter column text set statistics 0, alter column essence set statistics 0;
alter table arrival alter column comment set statistics 0, alter column text set statistics 0;

-- Writes all comments and what came in into a new file, in random order and by one transaction: a row would otherwise lie,
-- and carry the number of a transaction, in the order in which people wrote; and one that was deleted or changed would stay
-- readable. Another text waits for its review, whatever was made of the one before it.
create function rewrite_comments() returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    moved bigint;
begin
    -- In this order, like everybody who needs both: two would else wait for each other.
    lock table arrival, comment in access exclusive mode;
    -- Of what was changed and changed back nothing is new.
    delete from arrival using comment
        where (arrival.round, arrival.agency, arrival.comment, arrival.language, arrival.text)
            = (comment.round, comment.agency, comment.comment, comment.language, comment.text);
    create temp table gone as
        select comment.* from comment left join arrival using (round, agency, comment)
        where arrival.round is null
        union all
        select round, agency, comment, arrival.language, arrival.text, 'waiting', null, null,
            coalesce(comment.version + 1, 1)
        from arrival left join comment using (round, agency, comment);
    truncate arrival, comment;
    insert into comment select * from gone order by gen_random_uuid();
    get diagnostics moved = row_count;
    drop table gone;
    return moved;
end $$;

revoke execute on function rewrite_comments from public;
grant execute on function rewrite_comments to ${runtime};
grant select, insert, delete, update (language, text) on arrival to ${runtime};
grant select, delete, update (text, state, theme, essence, version) on comment to ${runtime};

-- When every comment was last rewritten, at first when there was none yet: one moment of all of them, and of no single one.
create table night (
    done timestamptz not null,
    one  boolean primary key default true check (one)
);
insert into night (done) values (now());

grant select, update (done) on night to ${runtime};
