import { Audience } from '@bureau/contracts';
import { postOf } from '@bureau/domain';
import { servesBrand } from '@bureau/identity';
import { ArticleAddresses, showPictures } from '@bureau/knowledge';
import { z } from 'zod';
import type { Reader } from '../resource/source.ts';

/** An entry as the statement gives it: where it is read is not told yet. */
const Unfinished = z.looseObject({
  body: z.string(),
  body_web_callback: z.string(),
  body_twitter: z.string(),
  body_twitter_auto: z.boolean(),
  public_url: z.object({
    id: z.number(),
    internal: z.boolean(),
    audience: Audience,
    language: z.string(),
    slug: z.string(),
    publishAt: z.string().nullable(),
    brandIds: z.array(z.number()),
  }),
});

/**
 * Where the article is read by customers, null for nowhere; its pictures with the addresses under which they are seen, there
 * or by this API; and the derived post, cut to its length with that address (desk-api-v2.md 3.10).
 */
export function finishArticle(entry: string, { actor, resolve }: Reader): string {
  const { public_url: place, ...article } = Unfinished.parse(JSON.parse(entry));
  const { id, internal, audience, brandIds, ...text } = place;
  const addresses = resolve(ArticleAddresses);
  const readable = { id, internal, topic: { audience }, deletedAt: null };
  const [url = null] = brandIds.flatMap((brandId) =>
    servesBrand(actor, brandId) ? (addresses.of(readable, text, brandId) ?? []) : [],
  );
  const picture = (fileId: number) => pictureUrl(url, { articleId: id, fileId });
  return JSON.stringify({
    ...article,
    body: showPictures(article.body, picture),
    body_web_callback: showPictures(article.body_web_callback, picture),
    body_twitter: article.body_twitter_auto ? postOf(article.body_twitter, url ?? '') : article.body_twitter,
    public_url: url,
  });
}

function pictureUrl(url: string | null, { articleId, fileId }: { articleId: number; fileId: number }): string {
  if (url === null) return `/api/v2/articles/${articleId}/attachments/${fileId}/url`;
  return url.replace(/\/articles\/[^/]*$/, `/attachments/${fileId}/faq`);
}
