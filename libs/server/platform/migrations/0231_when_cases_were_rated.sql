-- Filters ask for the ratings of the last days; by what was said alone, activity leads as in every list.
DROP INDEX cases_rating_idx;
CREATE INDEX cases_rated_at_idx ON cases (rated_at) WHERE rated_at IS NOT NULL;
