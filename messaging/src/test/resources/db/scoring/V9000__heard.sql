create table heard (
    id     bigint generated always as identity,  -- where a row lies says nothing: room of undone ones is used again
    inbox  text not null,
    agency text not null,
    item   text not null
);
-- So that what is too large for an index is refused.
create index on heard (item) where inbox = 'bulky';
grant select, insert on heard to ${runtime};
