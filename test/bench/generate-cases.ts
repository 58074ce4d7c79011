import { Client } from 'pg';
import { documentsOfGenerated } from './generated-documents.ts';

export interface DeskToGenerate {
  cases: number;
  /** Stored for every agent of the generated desk. */
  passwordHash: string;
  /** The rules by which the generated HTML counts as sanitised already. */
  sanitiserVersion: number;
}

export const AGENTS = 10;
export const agentEmail = (number: number): string => `agent-${number}@desk.example`;

/** The commonest words of support mail, the commonest first; after them come {@link VOCABULARY} made-up ones. */
const WORDS = `the a and to we I you it is of for in on with my our your this that order grinder coffee machine delivery parcel
  invoice refund account password screen button water filter week yesterday today tomorrow please thanks hello regards
  arrived broken missing late wrong twice never still again already email number address photo receipt warranty return
  replacement shipping courier tracking colour size model jacket tent zip strap boots sleeping bag stove bottle`;
const VOCABULARY = 30_000;
const PARAGRAPHS = 5000;

/** One step each; `$cases` is replaced. Every case has 1 to 9 messages, 5 on average, newest activity last. */
const STEPS = [
  `INSERT INTO brands (name, slug) VALUES ('Larkspur Coffee', 'larkspur-coffee'), ('Tideline Gear', 'tideline-gear')`,
  `INSERT INTO mailboxes (brand_id, address, name)
   VALUES (1, 'support@larkspur.example', 'Larkspur Coffee'), (2, 'help@tideline.example', 'Tideline Gear')`,
  `INSERT INTO groups (name) VALUES ('First line'), ('Orders'), ('Workshop')`,
  `INSERT INTO labels (name, position) SELECT 'Label ' || i, i FROM generate_series(1, 12) i`,
  `INSERT INTO custom_fields (owner, key, label, type, choices) VALUES
     ('case', 'machine', 'Machine', 'list', '{Uno,Due,Tre}'), ('case', 'serial', 'Serial number', 'text', '{}')`,

  // Word r of the vocabulary turns up once where the first one turns up r times, as in every language (Zipf).
  `CREATE TEMPORARY TABLE vocabulary AS
   SELECT row_number() OVER () AS rank, word FROM (
     SELECT word FROM regexp_split_to_table($words, '\\s+') word
     UNION ALL SELECT s[1 + r % 17] || s[1 + r / 17 % 17] || s[1 + r / 289 % 17] || s[1 + r / 4913 % 17]
     FROM generate_series(1, ${VOCABULARY}) r,
       (SELECT '{ba,ne,mo,ri,tu,la,sko,ve,pi,dra,ko,sen,fi,gul,ha,wi,jo}'::text[] AS s) syllables) words`,
  `ALTER TABLE vocabulary ADD PRIMARY KEY (rank)`,
  `CREATE TEMPORARY TABLE paragraphs AS
   SELECT i AS id, string_agg(word, ' ' ORDER BY n) || '.' AS text
   FROM generate_series(0, ${PARAGRAPHS - 1}) i CROSS JOIN LATERAL generate_series(1, 20 + (i * 37) % 140) n
     JOIN vocabulary ON rank = floor(exp((hashint4(n * ${PARAGRAPHS} + i) & 2147483647) / 2147483648.0::float8 * ln(${VOCABULARY})))
   GROUP BY i`,
  `ALTER TABLE paragraphs ADD PRIMARY KEY (id)`,

  `INSERT INTO customers (name, address)
   SELECT initcap((SELECT word FROM vocabulary WHERE rank = 100 + i % 900) || ' ' || (SELECT word FROM vocabulary WHERE rank = 1000 + i % 7919)),
     'customer-' || i || '@people-' || i % 500 || '.example'
   FROM generate_series(1, greatest($cases / 5, 10)) i`,
  `INSERT INTO customer_addresses (address, customer_id) SELECT address, id FROM customers`,

  `INSERT INTO cases (brand_id, mailbox_id, customer_id, subject, excerpt, status, priority, assignee_id, group_id, label_ids,
                      custom_fields, note_count, attachment_count, inbound_count, outbound_count,
                      sequence, waiting_since, opened_at, resolved_at, closed_at, active_at, created_at, updated_at)
   SELECT 1 + i % 2, 1 + i % 2, 1 + (i * 7919) % greatest($cases / 5, 10), initcap(left(p.text, 30 + i % 40)), left(p.text, 199),
     s.status, 4, CASE WHEN i % 3 > 0 AND s.status <> 'new' THEN 1 + i % ${AGENTS} END, 1 + i % 3,
     CASE WHEN i % 10 < 3 THEN ARRAY[1 + i % 12] WHEN i % 10 = 3 THEN ARRAY[1 + i % 12, 1 + (i + 5) % 12] ELSE '{}' END,
     CASE WHEN i % 5 < 2 THEN jsonb_build_object('machine', (ARRAY['Uno', 'Due', 'Tre'])[1 + i % 3], 'serial', 'SN' || i) ELSE '{}' END,
     (i % 5 = 0)::int, (i % 20 = 0)::int, n.last / 2, (n.last - 1) / 2,
     n.last, CASE WHEN s.status IN ('new', 'open') THEN t.at END, t.at,
     CASE WHEN s.status IN ('resolved', 'closed') THEN t.at END, CASE WHEN s.status = 'closed' THEN t.at END,
     t.at, t.at - interval '3 days', t.at
   FROM generate_series(1, $cases) i
     JOIN paragraphs p ON p.id = (i * 613) % ${PARAGRAPHS},
     LATERAL (SELECT CASE WHEN i % 100 < 2 THEN 'new' WHEN i % 100 < 10 THEN 'open' WHEN i % 100 < 15 THEN 'pending'
                          WHEN i % 100 < 40 THEN 'resolved' ELSE 'closed' END AS status) s,
     LATERAL (SELECT 2 + (i * 31) % 9 AS last) n,
     LATERAL (SELECT now() - make_interval(secs => ($cases - i) * 300 + 60) AS at) t`,
  `INSERT INTO case_events (case_id, sequence, event, actor, reason, at)
   SELECT id, 1, 'case.opened', '{"kind":"customer","id":1,"name":"Customer"}', 'Nothing points to an older case.', created_at
   FROM cases`,

  // The first message of a case names an order that no other case names.
  `INSERT INTO messages (case_id, sequence, direction, subject, text, visible_length, html, safe_html, safe_version,
                         from_name, from_address, recipients_to, message_id, user_id, customer_id, at)
   SELECT c.id, n, d.direction, c.subject, x.text, length(p.text) + 19, h.html, h.html, $version,
     CASE d.direction WHEN 'in' THEN u.name ELSE 'Mia Larsen (Larkspur Coffee)' END,
     CASE d.direction WHEN 'in' THEN u.address ELSE 'support@larkspur.example' END,
     CASE d.direction WHEN 'in' THEN '[{"name":"","address":"support@larkspur.example"}]'::jsonb
       ELSE jsonb_build_array(jsonb_build_object('name', u.name, 'address', u.address)) END,
     c.id || '.' || n || '@mail.example', CASE d.direction WHEN 'out' THEN 1 + c.id % ${AGENTS} END,
     CASE d.direction WHEN 'in' THEN c.customer_id END, c.created_at + (c.active_at - c.created_at) * (n - 1) / (c.sequence - 1)
   FROM cases c JOIN customers u ON u.id = c.customer_id CROSS JOIN LATERAL generate_series(2, c.sequence) n
     JOIN paragraphs p ON p.id = (c.id * 7 + n * 131) % ${PARAGRAPHS}
     JOIN paragraphs q ON q.id = (c.id * 11 + n * 17) % ${PARAGRAPHS},
     LATERAL (SELECT CASE n % 2 WHEN 0 THEN 'in' ELSE 'out' END AS direction) d,
     LATERAL (SELECT p.text || ' Order ' || CASE n WHEN 2 THEN 'LX' || (1000000 + c.id) ELSE 'as before.' END
                     || E'\\n\\n> ' || q.text AS text) x,
     LATERAL (SELECT CASE WHEN (c.id + n) % 3 = 0 THEN '<p>' || p.text || '</p>' END AS html) h`,
  `INSERT INTO deliveries (message_id, case_id, state, recipients, attempts, sent_at, response, created_at, updated_at)
   SELECT m.id, m.case_id, 'sent', ARRAY[u.address], 1, m.at, '250 OK', m.at, m.at
   FROM messages m JOIN cases c ON c.id = m.case_id JOIN customers u ON u.id = c.customer_id WHERE m.direction = 'out'`,
  `INSERT INTO notes (case_id, sequence, text, author, user_id, at)
   SELECT c.id, c.sequence + 1, p.text, '{"kind":"user","id":1,"name":"Agent 1"}', 1, c.active_at
   FROM cases c JOIN paragraphs p ON p.id = (c.id * 13) % ${PARAGRAPHS} WHERE c.note_count > 0`,
  `UPDATE cases SET sequence = sequence + 1 WHERE note_count > 0`,
  `INSERT INTO attachments (message_id, position, file_name, content_type, size, sha256)
   SELECT m.id, 1, 'photo-' || m.case_id || '.jpg', 'image/jpeg', 1000, ''
   FROM messages m JOIN cases c ON c.id = m.case_id WHERE c.attachment_count > 0 AND m.sequence = 2`,
  ...documentsOfGenerated(PARAGRAPHS),
];

/** Fills a migrated, empty database, set by set: 100,000 cases with 500,000 messages take about a minute. */
export async function generateCases(url: string, desk: DeskToGenerate): Promise<{ cases: number; messages: number }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // Generated rows are consistent by construction; looking every reference up would take most of the time.
    await client.query("SET session_replication_role = replica; SET work_mem = '256MB'; SET synchronous_commit = off");
    await client.query(
      `INSERT INTO users (name, email, role_id, password_hash)
       SELECT 'Agent ' || i, 'agent-' || i || '@desk.example', (SELECT id FROM roles WHERE key = 'agent'), $1
       FROM generate_series(1, ${AGENTS}) i`,
      [desk.passwordHash],
    );
    for (const step of STEPS) {
      await client.query(
        step
          .replaceAll('$cases', `${desk.cases}`)
          .replaceAll('$version', `${desk.sanitiserVersion}`)
          .replaceAll('$words', `'${WORDS.trim()}'`),
      );
    }
    await client.query('VACUUM ANALYZE');
    const counted = await client.query<{ cases: number; messages: number }>(
      'SELECT (SELECT count(*)::int FROM cases) AS cases, (SELECT count(*)::int FROM messages) AS messages',
    );
    return counted.rows[0] ?? { cases: 0, messages: 0 };
  } finally {
    await client.end();
  }
}
