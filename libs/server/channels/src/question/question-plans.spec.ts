import type { Closeness } from '@bureau/domain';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { greedyParts, overhearReads, type Asked } from '../../../../../test/fixtures/plans.ts';
import { PublicQuestionsQueries } from './public-questions.queries.ts';
import { SearchQuestionsQueries } from './search-questions.queries.ts';

const QUESTIONS = 100_000;
const TOPICS = 50;
/** Of one table, however many questions were ever asked: a search ranks a few hundred posts. */
const ROWS_AT_MOST = 5_000;

let desk: TestDesk;
let client: Client;
let asked: Asked[];
let topicId: number;

beforeAll(async () => {
  desk = await startTestDesk();
  client = new Client({ connectionString: desk.database.url });
  await client.connect();
  topicId = await fill();
  asked = overhearReads(desk.sql);
}, 180_000);
afterAll(async () => {
  await client.end();
  await closeDesk(desk);
});

async function greedy(): Promise<string[]> {
  const statements = new Map(asked.splice(0).map((one) => [one.text, one]));
  expect(statements.size).toBeGreaterThan(0);
  const found: string[] = [];
  for (const one of statements.values()) found.push(...(await greedyParts(client, one, ROWS_AT_MOST)));
  return found;
}

it.each(['typed', 'meant', 'some'] satisfies Closeness[])(
  'finds words that many and few have said, as closely as they are %s, without reading a table',
  async (closeness) => {
    const search = desk.running.get(SearchQuestionsQueries);
    const reader = { brandId: desk.brandId, signedIn: false };
    for (const words of [['coffee'], ['word78', 'coffee'], ['word77', 'word79'], ['nobodywrotethis']]) {
      const wanted = words.map((text) => [{ text, prefix: closeness !== 'typed' }]);
      const sought = { closeness, wanted, language: 'en' };
      const { items } = await search.find(reader, sought, { limit: 20 });
      if (words.includes('word77')) expect(items).toHaveLength(closeness === 'some' ? 20 : 0);
      if (words.length === 1) expect(items).toHaveLength(words.includes('coffee') ? 20 : 0);
      await search.find(reader, sought, { limit: 5, subjectsOnly: true });
    }
    expect(await greedy()).toEqual([]);
  },
  60_000,
);

it('shows a topic, and a question with its answers, without reading a table', async () => {
  const questions = desk.running.get(PublicQuestionsQueries);
  const reader = { brandId: desk.brandId, signedIn: true };
  const [first] = await questions.ofTopic(reader, topicId, { limit: 20, offset: 0 });
  expect(first).toBeDefined();
  const question = await questions.find(reader, first?.id ?? 0);
  await questions.answers(question ?? { id: 0, bestAnswerId: null });
  expect(await greedy()).toEqual([]);
}, 60_000);

/** Gives a topic that has questions. Each has an answer; every other one says «coffee». */
async function fill(): Promise<number> {
  const rows = `generate_series(1, ${QUESTIONS}) i`;
  const at = `now() - make_interval(mins => ${QUESTIONS} - i)`;
  const said = `'Who knows about word' || i % 500 || CASE i % 2 WHEN 0 THEN ' and coffee' ELSE '' END`;
  await client.query(`
    SET session_replication_role = replica;
    INSERT INTO topics (id, language, position) SELECT i, 'en', i FROM generate_series(1, ${TOPICS}) i;
    INSERT INTO topic_translations (topic_id, language, name, slug)
      SELECT i, 'en', 'Topic ' || i, 'topic-' || i FROM generate_series(1, ${TOPICS}) i;
    INSERT INTO topic_brands (topic_id, brand_id) SELECT i, ${desk.brandId} FROM generate_series(1, ${TOPICS}) i;
    INSERT INTO customers (id, name, address) VALUES (1, 'Ana', 'ana@people.example');
    INSERT INTO cases (id, brand_id, mailbox_id, customer_id, subject, channel, sequence, active_at)
      SELECT i, ${desk.brandId}, ${desk.mailbox.id}, 1, ${said}, 'qna', 3, ${at} FROM ${rows};
    INSERT INTO messages (id, case_id, sequence, direction, text, visible_length, from_address, at)
      SELECT i, i, 1, 'in', ${said}, length(${said}), '', ${at} FROM ${rows};
    INSERT INTO messages (id, case_id, sequence, direction, text, visible_length, from_address, at)
      SELECT ${QUESTIONS} + i, i, 2, 'in', ${said}, length(${said}), '', ${at} FROM ${rows};
    INSERT INTO questions (id, brand_id, topic_id, case_id, message_id, subject, language, author_name, state, created_at)
      SELECT i, ${desk.brandId}, 1 + i % ${TOPICS}, i, i, ${said}, 'en', 'Ana', 'published', ${at} FROM ${rows};
    INSERT INTO question_answers (id, question_id, message_id, author_name, by_agent, state, created_at)
      SELECT i, i, ${QUESTIONS} + i, 'Ben', false, 'published', ${at} FROM ${rows};
    INSERT INTO question_words (message_id, question_id, answer_id, document)
      SELECT i, i, NULL, question_document('en', ${said}, ${said}) FROM ${rows};
    INSERT INTO question_words (message_id, question_id, answer_id, document)
      SELECT ${QUESTIONS} + i, i, i, question_document('en', ${said}, ${said}) FROM ${rows};
    SET session_replication_role = DEFAULT`);
  await client.query('VACUUM ANALYZE');
  return 7;
}
