create role disclosure_owner login password 'owner';
create role disclosure login password 'runtime';
create database disclosure owner disclosure_owner;
revoke all on database disclosure from public;
grant connect on database disclosure to disclosure;
