-- What came together with something that was erased: a page of a network is one file for many items.
CREATE INDEX intake_items_social_raw_idx ON intake_items (raw_sha256) WHERE social_account_id IS NOT NULL;
