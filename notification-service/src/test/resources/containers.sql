create role notification_owner login password 'owner';
create role notification login password 'runtime';
create database notification owner notification_owner;
revoke all on database notification from public;
grant connect on database notification to notification;
