-- Visits are drawn like slips; nothing of their moments is written down here or anywhere else.
alter table draw drop constraint draw_channel_check;
alter table draw add constraint draw_channel_check check (channel in ('slips', 'sign-in', 'visits', 'message'));
