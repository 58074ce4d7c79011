import { articlesApi } from '@bureau/contracts';
import { Database, type Statement } from '@bureau/platform';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../test/fixtures/desk.ts';
import { CompleteTitles, ReadingQueries, SearchArticleTexts, SuggestArticles, type Reader } from './index.ts';

const ARTICLES = 10_000;
const BRANDS = 20;
/** No statement that visitors wait for may look at more rows of a table than a topic has. */
const ROWS_AT_MOST = 5_000;

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

let desk: TestDesk;
const asked = new Map<string, { text: string; values: unknown[] }>();
beforeAll(async () => {
  desk = await startTestDesk();
  await fill();
  overhear(desk.sql);
}, 180_000);
afterAll(() => closeDesk(desk));

const reader = (): Reader => ({ brandId: desk.brandId, language: 'en', signedIn: false });
const SEARCHES = [
  'espresso',
  'word77 word78',
  'decsaling machien',
  'w',
  'nobodywrotethis',
  'how do I clean my machine please',
];

it('answers visitors without reading a table, at ten thousand articles', async () => {
  const reading = desk.running.get(ReadingQueries);
  for (const typed of SEARCHES) {
    await desk.running.get(SearchArticleTexts).run({ reader: reader() }, typed, { limit: 10 });
    await desk.running.get(CompleteTitles).known(reader(), typed);
    await desk.running.get(CompleteTitles).searched(reader(), typed);
    await desk.running.get(SuggestArticles).run(desk.brandId, 'en', null, `${typed} and some more words`);
  }
  const topics = await reading.topics(reader(), { articles: 5 });
  await reading.topic(reader(), topics[0]?.id ?? 0, { limit: 20, offset: 0 });
  const article = await reading.article(reader(), topics[0]?.articles[0]?.id ?? 0);
  if (article) await reading.related(reader(), article, 4);
  await desk.as(desk.agent).call(articlesApi.search, { query: { q: 'espresso' } });
  await reading.steadySeconds(30);

  expect(article).toBeDefined();
  expect(await readers()).toEqual([]);
}, 120_000);

it('completes what somebody types while he types it', async () => {
  const titles = desk.running.get(CompleteTitles);
  const times: number[] = [];
  for (const typed of ['e', 'es', 'esp', 'espr', 'espresso m', 'word7', 'word77', 'descal', 'machine cl']) {
    for (let repeat = 0; repeat < 5; repeat++) {
      const before = performance.now();
      await titles.known(reader(), typed);
      times.push(performance.now() - before);
    }
  }
  const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  console.info(`Completed in ${median.toFixed(1)} ms (median), ${(times.at(-1) ?? 0).toFixed(1)} ms at most.`);
  expect(median).toBeLessThan(20);
});

async function fill(): Promise<void> {
  await desk.sql.run(`
    INSERT INTO brands (name, slug) SELECT 'Brand ' || n, 'brand-' || n FROM generate_series(1, ${BRANDS - 1}) n`);
  await desk.sql.run(`
    WITH made AS (INSERT INTO topics (language, position) SELECT 'en', n FROM generate_series(1, ${BRANDS * 5}) n RETURNING id),
    named AS (INSERT INTO topic_translations (topic_id, language, name, slug) SELECT id, 'en', 'Topic ' || id, 'topic-' || id FROM made)
    INSERT INTO topic_brands SELECT id, (SELECT min(b.id) FROM brands b) + (row_number() OVER (ORDER BY id) - 1) % ${BRANDS} FROM made`);
  await desk.sql.run(`
    WITH made AS (INSERT INTO articles (topic_id, language, position)
      SELECT (SELECT min(id) FROM topics) + n % ${BRANDS * 5}, 'en', n FROM generate_series(1, ${ARTICLES}) n RETURNING id),
    counted AS (INSERT INTO article_counts (article_id) SELECT id FROM made)
    INSERT INTO article_translations (article_id, language, subject, slug, html, text, publish_at)
    SELECT id, 'en', 'Espresso machine word' || id % 500 || CASE id % 3 WHEN 0 THEN ' descaling' ELSE ' cleaning' END, 'a-' || id, '',
      repeat('Some words about word' || id % 700 || ' and coffee. ', 40), now() - interval '1 day' FROM made`);
  await desk.sql.run('ANALYZE');
}

/** Remembers what the desk asks the database, and lets it through. */
function overhear(database: Database): void {
  const ask = database.rows.bind(database);
  vi.spyOn(database, 'rows').mockImplementation((query: Statement | string, values: unknown[] = []) => {
    const text = typeof query === 'string' ? query : query.text;
    if (/^\s*(SELECT|WITH)/i.test(text)) asked.set(`${text}${asked.size}`, { text, values });
    return ask(query, values);
  });
}

/** Which statements read a large part of a table. */
async function readers(): Promise<string[]> {
  const found: string[] = [];
  for (const { text, values } of asked.values()) {
    const row = await desk.sql.row<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
      values,
    );
    for (const node of nodesOf(row?.['QUERY PLAN'][0]?.Plan)) {
      const seen = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
      if (node['Node Type'] === 'Seq Scan' && seen > ROWS_AT_MOST) {
        found.push(`${node['Relation Name']} ${seen}: ${text.slice(0, 80)}`);
      }
    }
  }
  return found;
}

function nodesOf(plan: PlanNode | undefined): PlanNode[] {
  return plan ? [plan, ...(plan.Plans ?? []).flatMap(nodesOf)] : [];
}
