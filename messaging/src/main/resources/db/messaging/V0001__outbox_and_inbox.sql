-- Events are written in the transaction that makes them true, numbered by the relay, and kept until certification.
create table outbox (
    id         bigint generated always as identity primary key,
    event      uuid not null default gen_random_uuid(),
    topic      text not null,
    key        text not null,
    type       text not null,
    body       text not null,
    time       timestamptz not null,
    tx         xid8 not null default pg_current_xact_id(),
    stream_seq bigint,
    sent       boolean not null default false
);
create index outbox_unnumbered on outbox (id) where stream_seq is null;
create index outbox_unsent on outbox (stream_seq, id) where not sent;

create table outbox_stream (
    topic    text not null,
    key      text not null,
    last_seq bigint not null,
    primary key (topic, key)
);

-- Where a consumer stands: committed with the effect of what it read.
create table inbox_position (
    inbox       text not null,
    topic       text not null,
    partition   int not null,
    next_offset bigint not null,
    primary key (inbox, topic, partition)
);

create table inbox_stream (
    inbox    text not null,
    topic    text not null,
    key      text not null,
    last_seq bigint not null,
    marks    text not null default '',  -- by which the last records are known again, should their numbers be used twice
    primary key (inbox, topic, key)
);

-- Records of a known type that could not be read or were refused. States among them are heard again whenever their inbox
-- starts, unless a newer one has followed; of what adds up only a rebuild from the log makes good what is missing.
create table parked (
    id         bigint generated always as identity primary key,
    inbox      text not null,
    topic      text not null,
    partition  int not null,
    kafka_offset bigint not null,
    key        text,
    stream_seq bigint not null,
    type       text not null,
    reason     text not null,
    body       text,
    parked_on  date not null default current_date,  -- the day only: a body may hold answers
    settled    boolean not null default false,  -- heard again since, or followed by a newer state
    unique (inbox, topic, partition, kafka_offset)
);

grant select, insert on outbox to ${runtime};
grant update (stream_seq, sent) on outbox to ${runtime};
grant select, insert on outbox_stream to ${runtime};
grant update (last_seq) on outbox_stream to ${runtime};
grant select, insert on inbox_position to ${runtime};
grant update (next_offset) on inbox_position to ${runtime};
grant select, insert on inbox_stream to ${runtime};
grant update (last_seq, marks) on inbox_stream to ${runtime};
grant select, insert on parked to ${runtime};
grant update (settled) on parked to ${runtime};
