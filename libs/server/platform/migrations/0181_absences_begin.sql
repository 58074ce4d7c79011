-- Out of office begins by itself: whoever plays is paused, and what he has in hand is left to others, once for each absence.
ALTER TABLE routing_agents ADD COLUMN out_begun boolean NOT NULL DEFAULT false;

ALTER TABLE routing_agents DROP CONSTRAINT routing_agents_paused_by_check;
ALTER TABLE routing_agents ADD CONSTRAINT routing_agents_paused_by_check
  CHECK (paused_by IN ('self', 'timeouts', 'away', 'gone', 'out'));
