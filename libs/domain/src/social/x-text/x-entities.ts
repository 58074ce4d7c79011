import twitterText from 'twitter-text';

/** Something in a post that leads somewhere; offsets in UTF-16 units, `to` excluded. */
export interface PostEntity {
  kind: 'link' | 'mention' | 'list' | 'hashtag' | 'cashtag';
  from: number;
  to: number;
  /** Where it leads: always http or https. */
  url: string;
}

const X = 'https://x.com';

type Found = ReturnType<typeof twitterText.extractEntitiesWithIndices>[number];

/**
 * What X makes links of, in the order of the text, by the rules of twitter-text. `bareLinks`: also addresses without
 * http:// before them, as X itself links them.
 */
export function entitiesOf(text: string, { bareLinks = true } = {}): PostEntity[] {
  return twitterText
    .extractEntitiesWithIndices(text, { extractUrlsWithoutProtocol: bareLinks })
    .map((found) => ({ ...ofKind(found), from: found.indices[0], to: found.indices[1] }))
    .sort((a, b) => a.from - b.from);
}

function ofKind(found: Found): Pick<PostEntity, 'kind' | 'url'> {
  if ('url' in found) {
    return { kind: 'link', url: /^https?:\/\//i.test(found.url) ? found.url : `http://${found.url}` };
  }
  if ('hashtag' in found) return { kind: 'hashtag', url: `${X}/hashtag/${encodeURIComponent(found.hashtag)}` };
  if ('cashtag' in found) return { kind: 'cashtag', url: `${X}/search?q=${encodeURIComponent(`$${found.cashtag}`)}` };
  const { screenName, listSlug } = found;
  return listSlug === ''
    ? { kind: 'mention', url: `${X}/${screenName}` }
    : { kind: 'list', url: `${X}/${screenName}/lists${listSlug}` };
}
