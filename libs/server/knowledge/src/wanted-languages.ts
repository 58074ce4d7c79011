/**
 * The languages in which something below topic `o` is wanted: those of the desk, then those of the brands on whose pages
 * it is. `$place`: the brands that the reader serves, of whose languages he learns; null: every one.
 */
export function wantedLanguagesSql(place: number): string {
  return `ARRAY(SELECT w.tag FROM (
      SELECT l.tag, 0 AS rank, l.place FROM site, unnest(site.languages) WITH ORDINALITY AS l (tag, place)
      UNION ALL
      SELECT l.tag, 1, l.place FROM topic_brands tb JOIN brands b ON b.id = tb.brand_id,
        unnest(b.languages) WITH ORDINALITY AS l (tag, place)
      WHERE tb.topic_id = o.id AND ($${place}::bigint[] IS NULL OR tb.brand_id = ANY($${place}::bigint[]))
    ) w GROUP BY w.tag ORDER BY min(w.rank), min(w.place), w.tag)`;
}
