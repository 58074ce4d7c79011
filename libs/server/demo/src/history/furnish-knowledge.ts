import { slugOf, textOfHtml } from '@bureau/domain';
import { KNOWLEDGE } from '../content/knowledge/index.ts';
import { CENTER_LANGUAGES, type DemoArticle, type DemoText } from '../content/knowledge/knowledge.ts';
import { DAY } from './calendar.ts';
import { iso, known, type DemoWorld } from './demo-world.ts';
import type { Tools } from './furnish.ts';

/** Who keeps the knowledge base. */
const EDITOR = 'adaeze@bureau.example';

/** Topics and articles of the demo's support centers. */
export function addKnowledge(
  tools: Tools,
  { users, brands }: Pick<DemoWorld, 'users' | 'brands'>,
): DemoWorld['topicIds'] {
  const topicIds = new Map<string, number>();
  const editorId = known(users, EDITOR).id;
  KNOWLEDGE.forEach(({ brand, names, articles }, index) => {
    const topicId = tools.ids.next('topics');
    topicIds.set(`${brand} ${names.en.name}`, topicId);
    const made = { position: index + 1, demo: true, created_at: tools.since, updated_by: editorId };
    tools.rows.add('topics', { id: topicId, language: 'en', ...made });
    tools.rows.add('topic_brands', { topic_id: topicId, brand_id: brands[brand].id });
    for (const language of CENTER_LANGUAGES) {
      const { name, description } = names[language];
      tools.rows.add('topic_translations', { topic_id: topicId, language, name, description, slug: slugOf(name) });
    }
    articles.forEach((article, place) => addArticle(tools, article, { topicId, position: place + 1, editorId }));
  });
  return topicIds;
}

function addArticle(
  { rows, ids, now }: Tools,
  { quickcode, internal = false, daysAgo, read, texts }: DemoArticle,
  { topicId, position, editorId }: { topicId: number; position: number; editorId: number },
): void {
  const id = ids.next('articles');
  const at = iso(now - daysAgo * DAY);
  const by = { created_by: editorId, updated_by: editorId };
  const place = { topic_id: topicId, position, language: 'en' };
  rows.add('articles', { id, ...place, quickcode, internal, demo: true, created_at: at, ...by });
  const { views, helpful, notHelpful } = read;
  rows.add('article_counts', { article_id: id, views, helpful, not_helpful: notHelpful });
  for (const language of CENTER_LANGUAGES) {
    const text = texts[language];
    if (text) addText({ rows, at, editorId }, { articleId: id, language }, text);
  }
}

function addText(
  { rows, at, editorId }: { rows: Tools['rows']; at: string; editorId: number },
  { articleId, language }: { articleId: number; language: string },
  { subject, html, keywords }: DemoText,
): void {
  const key = { article_id: articleId, language };
  const said = { subject, html, bodies: {}, keywords };
  const times = { publish_at: at, announced_at: at, created_at: at };
  const rest = { slug: slugOf(subject), text: textOfHtml(html), outdated: false, version: 1, updated_by: editorId };
  rows.add('article_translations', { ...key, ...said, ...times, ...rest });
  rows.add('article_versions', { ...key, ...said, version: 1, created_at: at, created_by: editorId });
}
