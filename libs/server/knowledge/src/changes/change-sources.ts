import type { Actor } from '@bureau/contracts';
import { FIRST_PLACEHOLDER, type ChangeSource } from '@bureau/platform';
import { servedBrands } from '../knowledge.policy.ts';

/** The contract `TopicRecord`. */
export function topicsFor(actor: Actor): ChangeSource {
  return {
    table: 'topics',
    json: `'createdAt', x.created_at, 'language', x.language, 'audience', x.audience, 'allowQuestions', x.allow_questions,
      'position', x.position, 'brandIds', ARRAY(SELECT b.brand_id FROM topic_brands b WHERE b.topic_id = x.id
        ${withinServed(actor, 'AND b.brand_id')} ORDER BY b.brand_id),
      'texts', (SELECT json_agg(json_build_object('language', t.language, 'name', t.name, 'description', t.description)
        ORDER BY t.language) FROM topic_translations t WHERE t.topic_id = x.id)`,
    ...accessOf(actor, 'x.id'),
  };
}

/** The contract `ArticleRecord`. */
export function articlesFor(actor: Actor): ChangeSource {
  return {
    table: 'articles',
    json: `'createdAt', x.created_at, 'topicId', x.topic_id, 'language', x.language, 'internal', x.internal,
      'quickcode', x.quickcode, 'position', x.position, 'labelIds', x.label_ids, 'deletedAt', x.deleted_at,
      'texts', (SELECT json_agg(json_build_object('language', t.language, 'subject', t.subject, 'html', t.html,
        'keywords', t.keywords, 'publishAt', t.publish_at, 'outdated', t.outdated, 'version', t.version) ORDER BY t.language)
        FROM article_translations t WHERE t.article_id = x.id)`,
    ...accessOf(actor, 'x.topic_id'),
  };
}

/** What is on the pages of brands that the reader serves (S32). */
function accessOf(actor: Actor, topicId: string): Pick<ChangeSource, 'access'> {
  const served = servedBrands(actor);
  if (served === null) return {};
  const sql = `EXISTS (SELECT FROM topic_brands tb WHERE tb.topic_id = ${topicId} ${withinServed(actor, 'AND tb.brand_id')})`;
  return { access: { kind: 'brands', sql, values: [served] } };
}

function withinServed(actor: Actor, column: string): string {
  return servedBrands(actor) === null ? '' : `${column} = ANY($${FIRST_PLACEHOLDER}::bigint[])`;
}
