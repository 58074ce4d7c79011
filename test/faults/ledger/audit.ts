import { createHash } from 'node:crypto';
import { casesApi, intakeApi, type FeedMessage, type IntakeItem } from '@bureau/contracts';
import type { ApiClient } from '../../fixtures/api-client.ts';
import type { Installation } from '../../fixtures/installation.ts';
import { allCases, type PostedReply } from './agents.ts';
import type { SentMail } from './customers.ts';

export interface Ledger {
  acknowledged: number;
  lost: number;
  dup: number;
  ghost: number;
  sentTwice: number;
  /** Acknowledged mails whose bytes are not the ones that were sent. */
  altered: number;
  /** Ledger items by fate; `duplicate` are mails that were handed over again because the 250 got lost. */
  fates: Record<string, number>;
  /** Deliveries by state. */
  deliveries: Record<string, number>;
}

interface Done {
  mails: SentMail[];
  replies: PostedReply[];
}

/** Counts what was acknowledged to the outside against what an agent sees and what the receiving side got. */
export async function audit(bureau: Installation, api: ApiClient, { mails, replies }: Done): Promise<Ledger> {
  const messages = await allMessages(api);
  const items = await allItems(api);
  const inbound = mails.map(({ token }) => timesSaid(messages, { direction: 'in', token }));
  const outbound = replies.map(({ token }) => timesSaid(messages, { direction: 'out', token }));
  const visible = [...inbound, ...outbound];
  const answeredTwice = replies.filter(({ messageIds }) => messageIds.size > 1).length;
  const said = visible.reduce((sum, times) => sum + times, 0);

  return {
    acknowledged:
      mails.filter(({ acknowledged }) => acknowledged).length +
      replies.filter(({ messageIds }) => messageIds.size > 0).length,
    lost: visible.filter((times) => times === 0).length,
    dup: visible.filter((times) => times > 1).length + answeredTwice,
    ghost: messages.length - said,
    sentTwice: bureau.sandbox.sentTwice().length + (await receivedTwice(bureau, mails)),
    altered: await countAltered(api, mails, items),
    fates: countBy(items, ({ fate }) => fate),
    deliveries: countBy(messages, ({ delivery }) => delivery?.state),
  };
}

function timesSaid(messages: FeedMessage[], { direction, token }: { direction: 'in' | 'out'; token: string }): number {
  return messages.filter((message) => message.direction === direction && message.text.includes(token)).length;
}

/** Customers who got more than the one answer that their case has. */
async function receivedTwice(bureau: Installation, mails: SentMail[]): Promise<number> {
  let twice = 0;
  for (const from of new Set(mails.map((mail) => mail.from))) {
    const received = (await bureau.sandbox.mailsFor(from)).filter(({ folder }) => folder === 'inbox');
    const answers = received.map(({ text }) => /answer-to-case-\d+/.exec(text)?.[0]);
    twice += answers.length - new Set(answers).size;
  }
  return twice;
}

/** Every mail must be in the ledger byte for byte, in the index and on the disk. */
async function countAltered(api: ApiClient, mails: SentMail[], items: IntakeItem[]): Promise<number> {
  const known = new Set(items.map(({ sha256 }) => sha256));
  const missing = mails.filter(({ sha256 }) => !known.has(sha256)).length;
  let damaged = 0;
  for (const { id, sha256 } of items) {
    const response = await api.send(intakeApi.raw, { params: { intakeId: id } });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) damaged += 1;
  }
  return missing + damaged;
}

async function allMessages(api: ApiClient): Promise<FeedMessage[]> {
  const messages: FeedMessage[] = [];
  for (const { id } of await allCases(api)) {
    const { items, next } = await api.call(casesApi.feed, { params: { caseId: id }, query: { limit: 100 } });
    if (next !== null) throw new Error(`Case ${id} has more than one page.`);
    messages.push(...items.filter((item) => item.kind === 'message'));
  }
  return messages;
}

async function allItems(api: ApiClient): Promise<IntakeItem[]> {
  const found: IntakeItem[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.call(intakeApi.list, { query: { limit: 100, ...(cursor ? { cursor } : {}) } });
    found.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}

function countBy<Item>(items: Item[], keyOf: (item: Item) => string | undefined): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
