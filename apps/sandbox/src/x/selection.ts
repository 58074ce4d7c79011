import { invalidRequest } from './problems.ts';

const FIELDS = {
  'tweet.fields': words(
    'id text edit_history_tweet_ids created_at author_id conversation_id in_reply_to_user_id referenced_tweets entities attachments lang possibly_sensitive public_metrics reply_settings source edit_controls note_tweet context_annotations display_text_range withheld geo',
  ),
  'user.fields': words(
    'id name username created_at description entities location pinned_tweet_id profile_image_url protected public_metrics receives_your_dm connection_status url verified verified_type withheld most_recent_tweet_id subscription_type profile_banner_url affiliation',
  ),
  'media.fields': words(
    'media_key type url preview_image_url alt_text duration_ms height width public_metrics variants',
  ),
  'dm_event.fields': words(
    'id text event_type created_at sender_id dm_conversation_id attachments referenced_tweets participant_ids entities',
  ),
  'poll.fields': words('id options duration_minutes end_datetime voting_status'),
  'place.fields': words('id full_name country country_code name place_type geo contained_within'),
  expansions: words(
    'author_id referenced_tweets.id referenced_tweets.id.author_id referenced_tweets.id.attachments.media_keys in_reply_to_user_id attachments.media_keys attachments.poll_ids entities.mentions.username entities.note.mentions.username geo.place_id edit_history_tweet_ids article.cover_media article.media_entities attachments.media_source_tweet sender_id participant_ids pinned_tweet_id affiliation.user_id most_recent_tweet_id',
  ),
};
type FieldSet = keyof typeof FIELDS;

/** Which fields and attached objects an answer is to have. */
export type Selection = {
  tweet: Set<string>;
  user: Set<string>;
  media: Set<string>;
  dm: Set<string>;
  expansions: Set<string>;
};

/** The query names that choose fields; every endpoint that answers with objects takes them. */
export const SELECTING = Object.keys(FIELDS);

/** @throws 400 for names that X does not know, each repeated in the answer. */
export function readSelection(query: URLSearchParams): Selection {
  const chosen = (name: FieldSet) => {
    const given = (query.get(name) ?? '').split(',').filter(Boolean);
    const unknown = given.find((one) => !FIELDS[name].has(one));
    if (unknown !== undefined) {
      const known = [...FIELDS[name]].join(',');
      throw invalidRequest(`The \`${name}\` query parameter value [${unknown}] is not one of [${known}]`, {
        [name]: given,
      });
    }
    return new Set(given);
  };
  chosen('poll.fields');
  chosen('place.fields');
  return {
    tweet: chosen('tweet.fields'),
    user: chosen('user.fields'),
    media: chosen('media.fields'),
    dm: chosen('dm_event.fields'),
    expansions: chosen('expansions'),
  };
}

/** Everything there is: what webhooks carry. */
export const everything: Selection = {
  tweet: FIELDS['tweet.fields'],
  user: FIELDS['user.fields'],
  media: FIELDS['media.fields'],
  dm: FIELDS['dm_event.fields'],
  expansions: new Set(words('author_id referenced_tweets.id referenced_tweets.id.author_id attachments.media_keys')),
};

/** @throws 400 when the query has a name that this endpoint does not take. */
export function needKnownNames(query: URLSearchParams, taken: string[]): void {
  for (const name of query.keys()) {
    if (taken.includes(name)) continue;
    throw invalidRequest(`The query parameter [${name}] is not one of [${taken.join(',')}]`, {
      [name]: query.getAll(name),
    });
  }
}

/** A number between two bounds. @throws 400 */
export function numberIn(
  query: URLSearchParams,
  name: string,
  bounds: { least: number; most: number; usual: number },
): number {
  const given = query.get(name);
  if (given === null) return bounds.usual;
  const value = Number(given);
  if (Number.isInteger(value) && value >= bounds.least && value <= bounds.most) return value;
  throw invalidRequest(
    `The \`${name}\` query parameter value [${given}] is not between ${bounds.least} and ${bounds.most}`,
    { [name]: [given] },
  );
}

/** Only the chosen fields, and those that always come. */
export function only(value: Record<string, unknown>, chosen: Set<string>, always: string[]): Record<string, unknown> {
  const wanted = (name: string) => chosen.has(name) || always.includes(name);
  return Object.fromEntries(Object.entries(value).filter(([name, field]) => wanted(name) && field !== undefined));
}

function words(text: string): Set<string> {
  return new Set(text.split(' '));
}
