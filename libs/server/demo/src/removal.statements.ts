import { COMPANY_NAME } from './content/desk.ts';

/**
 * What is demo, in the order of removal. A mailbox or an account on a network that is demo makes everything that came
 * through it demo, also what a real person did there. What real work hangs on stays and becomes real: a brand with a
 * mailbox or an account of one's own, a customer who wrote elsewhere too, a label on a case of one's own, a role that
 * somebody real has.
 */
export const REMOVAL: readonly { what: string; sql: string }[] = [
  {
    what: 'marks',
    sql: `
      CREATE TEMPORARY TABLE demo_mailboxes ON COMMIT DROP AS SELECT id FROM mailboxes WHERE demo;
      CREATE TEMPORARY TABLE demo_accounts ON COMMIT DROP AS SELECT id FROM social_accounts WHERE demo;
      CREATE TEMPORARY TABLE demo_cases ON COMMIT DROP AS
        SELECT id, customer_id FROM cases WHERE demo OR mailbox_id IN (SELECT id FROM demo_mailboxes)
          OR social_account_id IN (SELECT id FROM demo_accounts);
      CREATE TEMPORARY TABLE demo_intake ON COMMIT DROP AS
        SELECT id, raw_sha256 FROM intake_items WHERE demo OR mailbox_id IN (SELECT id FROM demo_mailboxes)
          OR social_account_id IN (SELECT id FROM demo_accounts);
      CREATE TEMPORARY TABLE demo_addresses ON COMMIT DROP AS
        SELECT a.address FROM customer_addresses a JOIN customers c ON c.id = a.customer_id
        WHERE c.demo OR c.id IN (SELECT customer_id FROM demo_cases);
      CREATE TEMPORARY TABLE demo_users ON COMMIT DROP AS SELECT id, email FROM users WHERE demo;
      CREATE TEMPORARY TABLE demo_blobs ON COMMIT DROP AS
        SELECT raw_sha256 AS sha256 FROM demo_intake
        UNION SELECT a.sha256 FROM attachments a JOIN messages m ON m.id = a.message_id WHERE m.case_id IN (SELECT id FROM demo_cases)
        UNION SELECT a.sha256 FROM attachments a JOIN notes n ON n.id = a.note_id WHERE n.case_id IN (SELECT id FROM demo_cases)
        UNION SELECT p.avatar_sha256 FROM customers p WHERE p.demo AND p.avatar_sha256 IS NOT NULL
        UNION SELECT w.avatar_sha256 FROM social_accounts w WHERE w.demo AND w.avatar_sha256 IS NOT NULL
        UNION SELECT s.avatar_sha256 FROM social_posts s
          WHERE s.account_id IN (SELECT id FROM demo_accounts) AND s.avatar_sha256 IS NOT NULL
        UNION SELECT u.sha256 FROM uploads u WHERE u.user_id IN (SELECT id FROM demo_users)`,
  },
  {
    what: 'facts',
    sql: `DELETE FROM outbox WHERE (payload ->> 'caseId')::bigint IN (SELECT id FROM demo_cases)
            OR (payload ->> 'intakeId')::bigint IN (SELECT id FROM demo_intake)`,
  },
  {
    what: 'rooms',
    sql: `DELETE FROM realtime_rooms WHERE room IN (SELECT 'case:' || id FROM demo_cases UNION SELECT 'user:' || id FROM demo_users)`,
  },
  {
    what: 'system log entries',
    sql: `DELETE FROM system_log WHERE (details ->> 'intakeId')::bigint IN (SELECT id FROM demo_intake)
            OR (details ->> 'mailboxId')::bigint IN (SELECT id FROM demo_mailboxes)
            OR (details ->> 'socialAccountId')::bigint IN (SELECT id FROM demo_accounts)`,
  },
  {
    what: 'idempotency keys',
    sql: `DELETE FROM idempotency_keys WHERE actor IN (SELECT 'user:' || id FROM demo_users)`,
  },
  {
    what: 'attempts',
    sql: `DELETE FROM attempts WHERE subject IN (SELECT 'address:' || lower(email) FROM demo_users)`,
  },
  { what: 'intake items', sql: 'DELETE FROM intake_items WHERE id IN (SELECT id FROM demo_intake)' },
  { what: 'cases', sql: 'DELETE FROM cases WHERE id IN (SELECT id FROM demo_cases)' },
  {
    what: 'customers',
    sql: `DELETE FROM customers c
          WHERE (demo OR id IN (SELECT customer_id FROM demo_cases))
            AND NOT EXISTS (SELECT FROM cases WHERE cases.customer_id = c.id)`,
  },
  {
    what: 'automatic answers',
    sql: `DELETE FROM auto_answers a WHERE case_id IS NULL AND address IN (SELECT address FROM demo_addresses)
            AND address NOT IN (SELECT address FROM customer_addresses)`,
  },
  { what: 'customers kept', sql: 'UPDATE customers SET demo = false WHERE demo' },
  {
    what: 'companies',
    sql: 'DELETE FROM companies o WHERE demo AND NOT EXISTS (SELECT FROM customers c WHERE c.company_id = o.id)',
  },
  { what: 'companies kept', sql: 'UPDATE companies SET demo = false WHERE demo' },
  {
    what: 'articles',
    sql: `DELETE FROM articles WHERE demo OR deleted_at IS NOT NULL AND topic_id IN (SELECT id FROM topics WHERE demo)`,
  },
  {
    what: 'topics',
    sql: 'DELETE FROM topics o WHERE demo AND NOT EXISTS (SELECT FROM articles a WHERE a.topic_id = o.id)',
  },
  { what: 'topics kept', sql: 'UPDATE topics SET demo = false WHERE demo' },
  { what: 'mailboxes', sql: 'DELETE FROM mailboxes WHERE demo' },
  { what: 'accounts on networks', sql: 'DELETE FROM social_accounts WHERE demo' },
  {
    what: 'surveys',
    sql: `DELETE FROM surveys v USING brands b WHERE b.id = v.brand_id AND b.demo
            AND NOT EXISTS (SELECT FROM audit_entries a WHERE a.noun = 'survey' AND a.object_id = v.brand_id)`,
  },
  {
    what: 'brands',
    sql: `DELETE FROM brands b WHERE demo AND NOT EXISTS (SELECT FROM mailboxes m WHERE m.brand_id = b.id)
            AND NOT EXISTS (SELECT FROM social_accounts s WHERE s.brand_id = b.id)
            AND NOT EXISTS (SELECT FROM cases c WHERE c.brand_id = b.id)`,
  },
  { what: 'brands kept', sql: 'UPDATE brands SET demo = false WHERE demo' },
  { what: 'filters', sql: 'DELETE FROM filters WHERE demo' },
  { what: 'macros', sql: 'DELETE FROM macros WHERE demo' },
  {
    what: 'labels',
    sql: `DELETE FROM labels l WHERE demo AND NOT EXISTS (SELECT FROM cases c WHERE c.label_ids @> ARRAY[l.id])
            AND NOT EXISTS (SELECT FROM filters f WHERE jsonb_path_exists(f.conditions,
              '$.** ? (@.field == "case.labels").value ? (@ == $id)', jsonb_build_object('id', l.id)))`,
  },
  { what: 'labels kept', sql: 'UPDATE labels SET demo = false WHERE demo' },
  {
    what: 'custom fields',
    sql: `DELETE FROM custom_fields f WHERE demo
            AND NOT EXISTS (SELECT FROM cases c WHERE f.owner = 'case' AND jsonb_exists(c.custom_fields, f.key))
            AND NOT EXISTS (SELECT FROM customers c WHERE f.owner = 'customer' AND jsonb_exists(c.custom_fields, f.key))
            AND NOT EXISTS (SELECT FROM companies c WHERE f.owner = 'company' AND jsonb_exists(c.custom_fields, f.key))
            AND NOT EXISTS (SELECT FROM filters s WHERE jsonb_path_exists(s.conditions,
              '$.**.field ? (@ == $key)', jsonb_build_object('key', f.owner || '.custom.' || f.key)))`,
  },
  { what: 'custom fields kept', sql: 'UPDATE custom_fields SET demo = false WHERE demo' },
  {
    what: 'API applications',
    sql: `DELETE FROM api_applications a WHERE (demo OR created_by IN (SELECT id FROM demo_users))
            AND NOT EXISTS (SELECT FROM api_tokens t WHERE t.application_id = a.id
                              AND t.user_id NOT IN (SELECT id FROM demo_users))`,
  },
  { what: 'API applications kept', sql: 'UPDATE api_applications SET demo = false WHERE demo' },
  {
    what: 'hand-overs to groups',
    sql: 'UPDATE groups SET successor_id = NULL WHERE successor_id IN (SELECT id FROM groups WHERE demo)',
  },
  { what: 'groups', sql: 'DELETE FROM groups WHERE demo' },
  { what: 'users', sql: 'DELETE FROM users WHERE demo' },
  {
    what: 'roles',
    sql: 'DELETE FROM roles r WHERE demo AND NOT EXISTS (SELECT FROM users u WHERE u.role_id = r.id)',
  },
  { what: 'company name', sql: `UPDATE site SET company_name = '' WHERE company_name = '${COMPANY_NAME}'` },
  { what: 'roles kept', sql: 'UPDATE roles SET demo = false WHERE demo' },
];
