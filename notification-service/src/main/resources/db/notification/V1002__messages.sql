-- The ledger of what people are told. It names the person, never the address: that is looked up when it is sent.
create table message (
    number       bigint generated always as identity primary key,
    message      uuid not null unique,
    round        text not null,
    agency       text not null,
    person       text not null,
    kind         text not null,
    language     text not null,
    subject      text not null,
    body         text not null,
    state        text not null default 'pending' check (state in ('pending', 'sent', 'failed')),
    attempts     int not null default 0,
    next_attempt timestamptz not null,
    reason       text,
    created_at   timestamptz not null,
    sent_at      timestamptz
);
create index message_due on message (next_attempt) where state = 'pending';
create index message_by_unit on message (round, agency, number);

-- One message for a rung of a deadline; a window that moves is another deadline.
create table reminder (
    round       text not null,
    step        text not null,
    agency      text not null,
    person      text not null,
    days_before int not null,
    deadline    timestamptz not null,
    message     uuid not null references message (message) deferrable initially deferred,
    primary key (round, step, agency, person, days_before, deadline)
);
create index reminder_ahead on reminder (deadline);

grant select, insert on message to ${runtime};
grant update (state, attempts, next_attempt, reason, sent_at) on message to ${runtime};
grant select, insert on reminder to ${runtime};
