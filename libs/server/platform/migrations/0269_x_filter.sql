-- The filter of the channel has the name that the network has now, unless somebody gave it another one.
UPDATE filters SET name = 'X' WHERE key = 'twitter' AND name = 'Twitter';
