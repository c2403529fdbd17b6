create table heard (inbox text not null, agency text not null, item text not null);
-- So that what is too large for an index is refused.
create index on heard (item) where inbox = 'bulky';
grant select, insert on heard to ${runtime};
