-- Copies of what the assessment service tells: whole states, replaced by later ones.
create table agency (
    slug text primary key,
    body jsonb not null
);

create table round (
    slug text primary key,
    body jsonb not null
);

create table person (
    slug text primary key,
    body jsonb not null
);

grant select, insert, update (body) on agency to ${runtime};
grant select, insert, update (body) on round to ${runtime};
grant select, insert, update (body) on person to ${runtime};
