import type { Condition, ConditionGroup, ConditionOperator, ConditionValue } from '@bureau/contracts';
import {
  openHoursOf,
  operatorsOf,
  type AskableCustomField,
  type DeskHours,
  type Asking,
  type CaseFacts,
  type Field,
} from '@bureau/domain';
import fc from 'fast-check';
import { HOSTILE } from './hostile-words.fixture.ts';

export const FIELDS: AskableCustomField[] = (['case', 'customer', 'company'] as const).flatMap((owner) => [
  { owner, key: 'note', label: 'Note', type: 'text' as const, choices: [] },
  { owner, key: 'region', label: 'Region', type: 'list' as const, choices: ['EMEA', 'EMEA::Germany', 'AMER'] },
  { owner, key: 'vip', label: 'VIP', type: 'boolean' as const, choices: [] },
  { owner, key: 'seats', label: 'Seats', type: 'integer' as const, choices: [] },
  { owner, key: 'renewal', label: 'Renewal', type: 'date' as const, choices: [] },
]);

/** Runs a statement. */
export type Sql = <Row extends object = { id: number }>(text: string, values?: unknown[]) => Promise<Row[]>;

const HOUR = 3_600_000;
const some = <T>(values: readonly T[]) => fc.constantFrom(...values);
const text = fc.oneof(some(HOSTILE), some(['', 'x']));
/** Also values of other types than the fields have. */
const customFields = fc.record(
  {
    note: fc.oneof(text, fc.boolean(), fc.integer({ min: -2, max: 2 })),
    region: fc.oneof(text, fc.integer({ min: 0, max: 2 })),
    vip: fc.oneof(fc.boolean(), text),
    seats: fc.oneof(fc.integer({ min: -3, max: 6 }), some([1.5, 1e20]), text),
    renewal: fc.oneof(some(['2026-01-01', '2026-02-28', '2026-03-01', '9999-12-31']), text),
  },
  { requiredKeys: [] },
);

/** Times around the hours before `now`, to the microsecond, as PostgreSQL reads them. */
const timeBefore = (now: number) =>
  fc
    .tuple(fc.integer({ min: -1, max: 5 }), some([-1, 0, 1]), fc.integer({ min: 0, max: 999 }))
    .map(([hours, milliseconds, microseconds]) => {
      const iso = new Date(now - hours * HOUR + milliseconds).toISOString();
      return `${iso.slice(0, -1)}${String(microseconds).padStart(3, '0')}Z`;
    });

export interface World {
  brandIds: number[];
  userIds: number[];
  groupIds: number[];
  labelIds: number[];
  mailboxIds: number[];
  customerIds: number[];
}

/** Columns of a case, each varied by itself. */
export function caseRows(world: World, now: number): fc.Arbitrary<Record<string, unknown>> {
  const time = timeBefore(now);
  const time0 = fc.option(time);
  const id = (ids: number[]) => fc.option(some(ids));
  return fc.record({
    brand_id: some(world.brandIds),
    customer_id: some(world.customerIds),
    mailbox_id: id(world.mailboxIds),
    assignee_id: id(world.userIds),
    group_id: id(world.groupIds),
    subject: text,
    description: text,
    excerpt: text,
    status: some(['new', 'open', 'pending', 'resolved', 'closed']),
    priority: fc.integer({ min: 1, max: 10 }),
    channel: some(['email', 'phone', 'chat', 'qna']),
    language: fc.option(some(['de', 'DE_at', 'en_us', ''])),
    label_ids: fc.subarray(world.labelIds),
    custom_fields: customFields,
    route_status: fc.option(some(['added', 'available', 'active'])),
    delivery_trouble: fc.boolean(),
    inbound_count: fc.integer({ min: 0, max: 3 }),
    outbound_count: fc.integer({ min: 0, max: 3 }),
    note_count: fc.integer({ min: 0, max: 2 }),
    attachment_count: fc.integer({ min: 0, max: 1 }),
    created_at: time,
    updated_at: time,
    changed_at: time,
    active_at: time,
    received_at: time0,
    replied_at: time0,
    worked_at: time0,
    first_opened_at: time0,
    opened_at: time0,
    first_resolved_at: time0,
    resolved_at: time0,
    closed_at: time0,
    waiting_since: time0,
    snoozed_at: time0,
    spam_at: time0,
    deleted_at: time0,
    locked_until: time0,
  });
}

/** Brands that pause within the hours before noon, that work half the night, and that never open. */
export function deskHours([first = 0, second = 0, third = 0, ...others]: number[]): DeskHours {
  const daily = (...hours: [from: string, to: string][]) =>
    openHoursOf({
      timeZone: 'Europe/London',
      week: Array.from({ length: 7 }, () => hours.map(([from, to]) => ({ from, to }))),
      specialDays: [],
    });
  return {
    standard: daily(['08:30', '10:00'], ['10:30', '12:00'], ['12:59', '13:20']),
    standardBrandIds: [first, ...others],
    exceptions: [
      { brandIds: [second], hours: daily(['21:00', '09:00'], ['11:00', '12:00']) },
      { brandIds: [third], hours: daily() },
    ],
  };
}

const IDENTITIES = `INSERT INTO customer_identities (customer_id, network, external_id, handle, name, followers, verified)
  SELECT 1 + i % 7, CASE WHEN i % 4 = 0 THEN 'facebook' ELSE 'x' END, i::text, CASE i % 3 WHEN 0 THEN '' ELSE 'Ana_' || i END,
    CASE WHEN i % 2 = 0 THEN 'Áná ' || i ELSE '' END, CASE WHEN i % 3 > 0 THEN i * 1000 END, i % 2 = 0
  FROM generate_series(1, 20) i`;

/** A desk's people and words, and `count` cases in which everything differs. */
export async function fillWorld(sql: Sql, count: number, now: number): Promise<World> {
  const ids = async (table: string, columns: string, values: string) =>
    (await sql(`INSERT INTO ${table} (${columns}) ${values} RETURNING id`)).map(({ id }) => id);
  const each = 'FROM generate_series(1, 4) i';
  const brandIds = await ids('brands', 'name, slug', `SELECT 'B' || i, 'b' || i ${each}`);
  const groupIds = await ids('groups', 'name', `SELECT 'G' || i ${each}`);
  const labelIds = await ids('labels', 'name', `SELECT 'Label ' || i ${each}`);
  const mailboxIds = await ids(
    'mailboxes',
    'brand_id, address, name',
    `SELECT ${brandIds[0]}, i || '@m.example', '' ${each}`,
  );
  await sql(
    `INSERT INTO users (name, email, password_hash, role_id) SELECT 'U' || i, i || '@u.example', '', 1 ${each}`,
  );
  const userIds = (await sql('SELECT id FROM users')).map(({ id }) => id);
  const values = fc.sample(fc.record({ name: text, language: fc.option(text), customFields }), {
    numRuns: 24,
    seed: 7,
  });
  const json = JSON.stringify(values.map((value, index) => ({ ...value, blocked: index % 5 === 0 })));
  await sql(
    `INSERT INTO companies (name, custom_fields) SELECT name, "customFields"
     FROM jsonb_to_recordset($1) AS r (name text, "customFields" jsonb)`,
    [json],
  );
  await sql(`INSERT INTO company_domains SELECT 'd' || i || '.example', 1 + i % 6 FROM generate_series(1, 9) i`);
  await sql(
    `INSERT INTO customers (name, language, custom_fields, blocked_at, company_id)
     SELECT name, language, "customFields", CASE WHEN blocked THEN now() END, nullif((row_number() OVER ()) % 9, 0)
     FROM jsonb_to_recordset($1) AS r (name text, language text, "customFields" jsonb, blocked boolean)`,
    [json],
  );
  await sql(
    `INSERT INTO customer_addresses SELECT 'c' || i || '@d' || i % 4 || '.example', 1 + i % 12 FROM generate_series(1, 30) i`,
  );
  await sql(`UPDATE customers SET address = 'C' || id || '@d.example' WHERE id % 3 = 0`);
  await sql(IDENTITIES);
  const customerIds = (await sql('SELECT id FROM customers')).map(({ id }) => id);
  const world = { brandIds, groupIds, labelIds, mailboxIds, userIds, customerIds };
  // The rows say themselves when they were updated.
  await sql('ALTER TABLE cases DISABLE TRIGGER USER');
  const rows = fc.sample(caseRows(world, now), { numRuns: count, seed: 11 });
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await sql(
    `INSERT INTO cases (${columns}) SELECT ${columns}
     FROM jsonb_populate_recordset(NULL::cases, $1)`,
    [JSON.stringify(rows)],
  );
  await decorateCases(sql);
  return world;
}

/** What is beside the row of a case, and in it by other hands: ratings, acknowledgements, followers. */
async function decorateCases(sql: Sql): Promise<void> {
  await sql(
    "UPDATE cases SET external_id = CASE id % 4 WHEN 0 THEN 'Ext_' WHEN 1 THEN 'ÄXT%' ELSE '' END || id WHERE id % 3 > 0",
  );
  await sql(
    `UPDATE cases SET rating = id % 4, rating_type = 'four_star', rated_at = created_at + id % 90 * interval '1 minute'
     WHERE id % 3 > 0`,
  );
  await sql(
    `INSERT INTO feedback (case_id, resolution, rating, rating_type, submitted_at, comment)
     SELECT id, r, rating, rating_type, rated_at, CASE r WHEN 2 THEN excerpt ELSE 'Before' END
     FROM cases, generate_series(1, 1 + id % 2) r WHERE rating IS NOT NULL`,
  );
  await sql(
    `INSERT INTO auto_answers (address, case_id, at)
     SELECT 'x', id, received_at FROM cases WHERE id % 3 = 0 AND received_at IS NOT NULL`,
  );
  await sql('INSERT INTO case_followers SELECT c.id, u.id FROM cases c, users u WHERE (c.id + u.id) % 3 = 0');
}

/** Conditions that ask about what some case really has, so that about half of the answers are yes. */
export function conditionsAbout(fields: Field[], facts: CaseFacts[], asking: Asking): fc.Arbitrary<ConditionGroup> {
  const condition = fc
    .tuple(some(fields), some(facts), fc.nat(), fc.nat(), text)
    .map(([field, seen, operator, piece, other]) => {
      const operators = operatorsOf(field, { forRules: false });
      const asked = operators[operator % operators.length] ?? 'is-empty';
      return conditionOn(field, asked, { has: field.read(seen, asking)[0], piece, other, asking });
    });
  const group = (nodes: fc.Arbitrary<Condition | ConditionGroup>): fc.Arbitrary<ConditionGroup> =>
    fc.record({ match: some(['all', 'any'] as const), conditions: fc.array(nodes, { maxLength: 3 }) });
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ match: fc.constant('all' as const), conditions: fc.tuple(condition) }) },
    { weight: 2, arbitrary: group(fc.oneof(condition, group(fc.oneof(condition, group(condition))))) },
  );
}

interface Seen {
  has: string | number | boolean | undefined;
  piece: number;
  other: string;
  asking: Asking;
}

function conditionOn(field: Field, operator: ConditionOperator, seen: Seen): Condition {
  if (operator === 'is-empty' || operator === 'is-not-empty') return { field: field.key, operator };
  return { field: field.key, operator, value: valueFor(field, operator, seen) };
}

function valueFor({ kind }: Field, operator: ConditionOperator, { has, piece, other, asking }: Seen): ConditionValue {
  switch (kind.type) {
    case 'text':
    case 'list': {
      const whole = typeof has === 'string' && has !== '' ? has : other || 'x';
      if (operator === 'matches' || operator === 'does-not-match') return '^[a-e]|ß|\\d';
      const letters = [...whole];
      const part = letters.slice(piece % letters.length).join('');
      const twisted = piece % 3 === 0 ? part.toUpperCase() : piece % 3 === 1 ? part : whole;
      return piece % 4 === 0 ? [twisted, other || 'y'] : twisted;
    }
    case 'choice':
      return piece % 2 === 0 || typeof has !== 'string'
        ? (kind.choices[piece % kind.choices.length] ?? '')
        : operator.startsWith('is')
          ? [has, kind.choices[0] ?? has]
          : has;
    case 'reference':
      if (piece % 5 === 0 && kind.to === 'user') return 'me';
      if (piece % 5 === 0 && kind.to === 'group') return ['mine'];
      return piece % 3 === 0 ? [Number(has ?? 1), (piece % 7) + 1] : Number(has ?? 1);
    case 'integer':
      return Math.trunc(Math.min(Number.isFinite(Number(has ?? 1)) ? Number(has ?? 1) : 3, 1e14)) + (piece % 3) - 1;
    case 'boolean':
      return piece % 2 === 0;
    case 'hours':
      return piece % 6;
    case 'date':
      return ['2026-01-01', '2026-02-28', '2026-03-01', '2026-06-30'][piece % 4] ?? '';
    case 'time':
      if (operator.endsWith('within-last'))
        return { amount: 1 + (piece % 5), unit: piece % 2 === 0 ? 'hours' : 'minutes' };
      return new Date((typeof has === 'number' ? has : asking.now) + (piece % 3) - 1).toISOString();
  }
}
