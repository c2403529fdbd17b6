-- Who changed what, and why. Append-only: the runtime role may add and read rows, nothing else.
create table audit (
    id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    actor text not null,
    role text not null,
    action text not null,
    subject text not null,
    agency text,
    reason text,
    request_id text
);
create index audit_by_subject on audit (subject, id);
grant select, insert on audit to ${runtime};
