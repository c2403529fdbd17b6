-- Solved puzzles that somebody answered with, each once, until they would be over anyway. Neither the unit nor the time
-- stands here, and the bearer is an HMAC of the token under a key that no database holds: it is equal for one token and
-- leads to no answer. Kept away from the answers, so that no transaction writes both.
create table spent_puzzle (
    challenge bytea primary key,
    bearer    bytea not null,
    until     timestamptz not null check (extract(epoch from until) % 3600 = 0)
);
create index spent_puzzle_until on spent_puzzle (until);

-- No samples of what is to be forgotten.
alter table spent_puzzle alter column challenge set statistics 0, alter column bearer set statistics 0;

grant select, insert, delete on spent_puzzle to ${runtime};
