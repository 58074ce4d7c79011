import type { Resource } from '../../../libs/server/desk-api/src/desk-client.fixture.ts';

/** What the database says of a row, and the same of a row of the copy. */
interface Fact {
  sql: string;
  of(entry: Resource): unknown[];
}

const seconds = (column: string) => `floor(extract(epoch FROM ${column}))::int`;
const at = (entry: Resource, member: string) => Date.parse(String(entry[member])) / 1000;
const linked = (entry: Resource, name: string) => Number(/\d+$/.exec(entry._links[name]?.href ?? '')?.[0] ?? 0);
const owner = (entry: Resource) => Number(/\/cases\/(\d+)/.exec(entry._links['case']?.href ?? '')?.[1]);

const named = (table: string): Fact => ({
  sql: `SELECT id, json_build_array(name) AS facts FROM ${table}`,
  of: (entry) => [entry['name']],
});

const said: Pick<Fact, 'of'> = { of: (entry) => [owner(entry), entry['direction'], entry['body']] };

/** Of each collection, in SQL that has nothing to do with the sources of the API. */
export const TRUTH: Record<string, Fact> = {
  cases: {
    sql: `SELECT id, json_build_array(subject, status, priority, label_ids, coalesce(external_id, '-'), coalesce(description, ''),
        customer_id, coalesce(assignee_id, 0), note_count, (SELECT count(*) FROM messages m WHERE m.case_id = cases.id),
        ${seconds('updated_at')}) AS facts FROM cases WHERE deleted_at IS NULL`,
    of: (entry) => [
      entry['subject'],
      entry['status'],
      entry['priority'],
      entry['label_ids'],
      entry['external_id'] ?? '-',
      entry['description'] ?? '',
      linked(entry, 'customer'),
      linked(entry, 'assigned_user'),
      entry['active_notes_count'],
      (entry._links['replies']?.count ?? 0) + 1,
      at(entry, 'updated_at'),
    ],
  },
  customers: {
    sql: `SELECT id, json_build_array(first_name, last_name, title, coalesce(company_id, 0),
        (SELECT coalesce(json_agg(address ORDER BY address), '[]') FROM customer_addresses a WHERE a.customer_id = customers.id),
        ${seconds('updated_at')}) AS facts FROM customers WHERE merged_into_id IS NULL`,
    of: (entry) => [
      entry['first_name'] ?? '',
      entry['last_name'] ?? '',
      entry['title'] ?? '',
      linked(entry, 'company'),
      (entry['emails'] as { value: string }[]).map(({ value }) => value).toSorted(),
      at(entry, 'updated_at'),
    ],
  },
  companies: {
    sql: `SELECT id, json_build_array(name, ${seconds('updated_at')}, (SELECT coalesce(json_agg(domain ORDER BY domain), '[]')
        FROM company_domains d WHERE d.company_id = companies.id)) AS facts FROM companies`,
    of: (entry) => [entry['name'], at(entry, 'updated_at'), (entry['domains'] as string[]).toSorted()],
  },
  articles: {
    sql: `SELECT a.id, json_build_array(t.subject, a.topic_id, ${seconds('a.updated_at')}) AS facts
      FROM articles a JOIN article_translations t ON t.article_id = a.id AND t.language = a.language WHERE a.deleted_at IS NULL`,
    of: (entry) => [entry['subject'], linked(entry, 'topic'), at(entry, 'updated_at')],
  },
  feedbacks: {
    sql: `SELECT f.id, json_build_array(f.case_id, f.rating, f.comment) AS facts
      FROM feedback f JOIN cases c ON c.id = f.case_id WHERE f.submitted_at IS NOT NULL AND c.deleted_at IS NULL`,
    of: (entry) => [owner(entry), entry['rating'], entry['additional_feedback']],
  },
  notes: {
    sql: `SELECT n.id, json_build_array(n.case_id, n.text) AS facts FROM notes n JOIN cases c ON c.id = n.case_id WHERE c.deleted_at IS NULL`,
    of: (entry) => [owner(entry), entry['body']],
  },
  replies: {
    sql: `SELECT m.id, json_build_array(m.case_id, m.direction, m.text) AS facts FROM messages m JOIN cases c ON c.id = m.case_id
      WHERE c.deleted_at IS NULL AND EXISTS (SELECT FROM messages e WHERE e.case_id = m.case_id AND e.sequence < m.sequence)`,
    ...said,
  },
  interactions: {
    sql: `SELECT m.id, json_build_array(m.direction, m.text) AS facts FROM messages m JOIN cases c ON c.id = m.case_id
      WHERE c.deleted_at IS NULL`,
    of: (entry) => [entry['direction'], entry['body']],
  },
  users: named('users'),
  groups: named('groups'),
  brands: named('brands'),
  macros: named('macros'),
  labels: { ...named('labels'), sql: `${named('labels').sql} WHERE removed_at IS NULL` },
  topics: {
    ...named('topics'),
    sql: `SELECT o.id, json_build_array(t.name) AS facts FROM topics o
      JOIN topic_translations t ON t.topic_id = o.id AND t.language = o.language`,
  },
  fields: {
    sql: 'SELECT id, json_build_array(key, label) AS facts FROM custom_fields',
    of: (entry) => [entry['name'], entry['label']],
  },
};
