-- Programs ask for the same pages again and again: with no index on the time, a place is kept anew where it stands. The table
-- is small, and looked through for what is old once an hour.
DROP INDEX desk_walks_at_idx;
ALTER TABLE desk_walks SET (fillfactor = 50);
