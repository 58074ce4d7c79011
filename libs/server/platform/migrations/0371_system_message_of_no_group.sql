-- Groups that are gone reached nobody. What was for such groups alone is taken back, as nobody has been told it; what is for
-- others besides is for those.
UPDATE system_message s
SET group_ids = t.there,
  message = CASE WHEN t.there = '{}' THEN '' ELSE s.message END,
  until = CASE WHEN t.there = '{}' THEN NULL ELSE s.until END
FROM (SELECT ARRAY(SELECT g.id FROM groups g JOIN system_message m ON g.id = ANY (m.group_ids) ORDER BY g.id) AS there) t
WHERE NOT s.group_ids <@ t.there;
