import { setTimeout as pause } from 'node:timers/promises';
import type { Conditions } from '../../libs/contracts/src/index.ts';
import {
  languageOf,
  lookAt,
  meets,
  planConditions,
  vocabularyOf,
  type Asking,
  type CaseFacts,
} from '../../libs/domain/src/index.ts';
import { query, type Desk } from './desks.ts';
import { measureMail } from './mail-figure.ts';

export interface RulesFigure {
  /** Rules asked about one mail, a second, on one core; all of them compiled, on a mail of 2,000 characters. */
  askedPerSecond: number;
  intake: {
    rules: number;
    /** Mails a second that the desk said 250 to, and that became cases. */
    acceptedPerSecond: number;
    visiblePerSecond: number;
    /** Mails a second for which all rules had been considered. */
    consideredPerSecond: number;
  }[];
}

const RULES = [0, 100, 1000];
const PATIENCE_MS = 180_000;

/** How fast rules are asked, and whether many of them slow down the mail. */
export async function measureRules(desk: Desk, mails: number): Promise<RulesFigure> {
  const intake = [];
  for (const rules of RULES) {
    await prepare(desk.databaseUrl, rules);
    await measureMail(desk, Math.ceil(mails / 4));
    await untilConsidered(desk, rules);

    const begin = performance.now();
    const { acceptedPerSecond, visiblePerSecond } = await measureMail(desk, mails);
    await untilConsidered(desk, rules);
    const consideredPerSecond = mails / ((performance.now() - begin) / 1000);
    intake.push({ rules, acceptedPerSecond, visiblePerSecond, consideredPerSecond });
  }
  return { askedPerSecond: measureAsking(), intake };
}

/** A thousand different rules, again and again, about mails that are new each time. */
function measureAsking(): number {
  const language = languageOf('inbound-interaction', vocabularyOf([]));
  const asking: Asking = { now: Date.now(), userId: null, groupIds: [] };
  const plans = Array.from({ length: 1000 }, (_, index) => planConditions(conditionsOf(index), language, asking));
  const until = performance.now() + 2000;
  const begin = performance.now();
  let asked = 0;
  for (let mail = 0; performance.now() < until; mail += 1) {
    const looked = lookAt(aMail(mail), asking);
    for (const plan of plans) meets(plan, looked);
    asked += plans.length;
  }
  return asked / ((performance.now() - begin) / 1000);
}

/** Rules as desks have them: words of a mail, who wrote it, what the case is. None of them is met. */
function conditionsOf(index: number): Conditions {
  const words = { field: 'message.text', operator: 'contains' as const, value: `voucher ${index}` };
  const other = [
    { field: 'customer.addresses', operator: 'ends-with' as const, value: `@company-${index}.example` },
    { field: 'case.subject', operator: 'begins-with' as const, value: `Order ${index}` },
    { field: 'case.priority', operator: 'greater-than' as const, value: 9 },
    { field: 'case.brand', operator: 'is' as const, value: 1_000 + index },
  ][index % 4];
  return { match: 'any', conditions: other ? [words, other] : [words] };
}

async function prepare(url: string, rules: number): Promise<void> {
  await query(url, 'DELETE FROM rules');
  const rows = Array.from({ length: rules }, (_, index) => ({
    name: `Rule ${index}`,
    conditions: conditionsOf(index),
  }));
  await query(
    url,
    `INSERT INTO rules (type, name, conditions, actions, enabled, position)
     SELECT 'inbound-interaction', r.name, r.conditions, '[{"type": "set-priority", "priority": 9}]', true,
       row_number() OVER ()
     FROM jsonb_to_recordset($1) AS r (name text, conditions jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** Until every mail so far has been considered; without rules, until nothing is left to relay. */
async function untilConsidered(desk: Desk, rules: number): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  const handled = `SELECT count(*)::int AS count FROM outbox o WHERE name = 'case.opened'
    AND NOT EXISTS (SELECT FROM handled_events h WHERE h.event_id = o.id AND h.subscriber = 'rules-on-opened')`;
  while (performance.now() < end) {
    const [row] = await query<{ count: number }>(desk.databaseUrl, handled);
    if (row?.count === 0) return;
    await pause(25);
  }
  throw new Error(`After ${PATIENCE_MS / 1000} s the ${rules} rules had not been considered for every mail.`);
}

const NEVER = {
  ...{ updatedAt: null, changedAt: null, activeAt: null, receivedAt: null, repliedAt: null, workedAt: null },
  ...{ firstOpenedAt: null, openedAt: null, firstResolvedAt: null, resolvedAt: null, closedAt: null },
  ...{ waitingSince: null, acknowledgedAt: null, snoozedAt: null, spamAt: null, deletedAt: null, lockedUntil: null },
  ...{ ratedAt: null, rating: null, ratingComment: null },
};

function aMail(index: number): CaseFacts {
  const text = `Hello ${index},\n${'I ordered a grinder and it has NOT arrived yet. '.repeat(42)}`;
  return {
    case: {
      ...{
        id: index,
        externalId: null,
        subject: `Parcel ${index} is late`,
        description: '',
        excerpt: '',
        status: 'new',
      },
      ...{ priority: 4, channel: 'email', language: null, labelIds: [], assigneeId: null, groupId: null, brandId: 1 },
      ...{ mailboxId: 1, routeStatus: null, followerIds: [], deliveryTrouble: false, inboundCount: 1 },
      ...{ outboundCount: 0, noteCount: 0, attachmentCount: 0, createdAt: Date.now(), customFields: {}, ...NEVER },
    },
    customer: {
      ...{ id: 1, name: 'Ana', address: 'ana@people.example', addresses: ['ana@people.example'], language: null },
      ...{ blocked: false, companyId: null, identities: [], customFields: {} },
    },
    company: null,
    message: {
      ...{ subject: `Parcel ${index} is late`, text, from: 'ana@people.example', to: [], cc: [], headers: [] },
      ...{ size: text.length, client: 'mailbox', mailer: null, mailboxId: 1, automatic: false, at: Date.now() },
    },
  };
}
