-- The first answer to a POST that carried an Idempotency-Key, kept for a day so that a repeat gets it again.
create table idempotency (
    actor text not null,
    key text not null,
    fingerprint text not null,
    status int,              -- null while the first request is at work, or until its lease ends
    content_type text,
    location text,
    etag text,
    body text,
    at timestamptz not null default now(),
    primary key (actor, key)
);
grant select, insert, update, delete on idempotency to ${runtime};
