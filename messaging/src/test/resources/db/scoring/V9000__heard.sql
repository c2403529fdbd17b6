create table heard (inbox text not null, agency text not null, item text not null);
grant select, insert on heard to ${runtime};
