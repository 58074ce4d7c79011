import { casesApi, type CaseSummary } from '@bureau/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import { RefusedCall, type ApiClient } from '../../fixtures/api-client.ts';
import type { Random } from './random.ts';

export interface PostedReply {
  caseId: number;
  /** Stands in its text. */
  token: string;
  /** What the desk answered with 201; more than one id would be a reply carried out twice. */
  messageIds: Set<number>;
}

export interface AgentsOptions {
  /** Which cases they answer; all by default. */
  answers?: (supportCase: CaseSummary) => boolean;
  /** How long they rest between two looks at the list, in milliseconds. */
  restMs?: number;
}

/** Agents who answer every case once and do not give up: same key, same body, until the desk has said 201. */
export class Agents {
  readonly replies = new Map<number, PostedReply>();
  private stopped = false;

  constructor(
    private readonly api: ApiClient,
    private readonly random: Random,
    private readonly options: AgentsOptions = {},
  ) {}

  get unanswered(): number {
    return [...this.replies.values()].filter(({ messageIds }) => messageIds.size === 0).length;
  }

  /** Until `stop`: looks for new cases and answers each of them. */
  async work(): Promise<void> {
    const { answers = () => true, restMs = 200 } = this.options;
    const answering: Promise<void>[] = [];
    while (!this.stopped) {
      for (const supportCase of await allCases(this.api).catch(() => [])) {
        if (this.replies.has(supportCase.id) || !answers(supportCase)) continue;
        const reply = {
          caseId: supportCase.id,
          token: `answer-to-case-${supportCase.id}.`,
          messageIds: new Set<number>(),
        };
        this.replies.set(supportCase.id, reply);
        answering.push(this.answer(reply, supportCase.sequence, this.random.fork(supportCase.id)));
      }
      await pause(restMs);
    }
    await Promise.all(answering);
  }

  stop(): void {
    this.stopped = true;
  }

  private async answer(reply: PostedReply, seen: number, random: Random): Promise<void> {
    let [sequence, key] = [seen, crypto.randomUUID()];
    while (reply.messageIds.size === 0) {
      const outcome = await this.post(reply, {
        sequence,
        key,
        patienceMs: random.chance(0.3) ? random.between(5, 60) : 15_000,
      });
      if (outcome === 'moved-on')
        [sequence, key] = [await this.sequenceOf(reply.caseId, sequence), crypto.randomUUID()];
      // Nothing was done; another attempt is another request.
      if (outcome === 'shut-out') key = crypto.randomUUID();
      if (outcome !== 'posted') await pause(random.between(100, 400));
    }
    // A second tab with the same key: the same answer.
    if (random.chance(0.3)) await this.post(reply, { sequence, key, patienceMs: 15_000 });
  }

  private async post(
    { caseId, token, messageIds }: PostedReply,
    { sequence, key, patienceMs }: { sequence: number; key: string; patienceMs: number },
  ): Promise<'posted' | 'moved-on' | 'shut-out' | 'unclear'> {
    try {
      const headers = { 'idempotency-key': key };
      const body = { text: `Clean it with a brush. ${token}`, sequence };
      const { id } = await within(patienceMs, this.api.call(casesApi.reply, { params: { caseId }, body }, headers));
      messageIds.add(id);
      return 'posted';
    } catch (error) {
      if (!(error instanceof RefusedCall) || error.status >= 500 || error.code === 'request.in-progress')
        return 'unclear';
      if (error.code === 'case.moved-on') return 'moved-on';
      if (error.code === 'post.account-unavailable') return 'shut-out';
      throw error;
    }
  }

  private async sequenceOf(caseId: number, known: number): Promise<number> {
    const read = this.api.call(casesApi.get, { params: { caseId } });
    return read.then(({ sequence }) => sequence).catch(() => known);
  }
}

/** A caller who loses patience; the request goes on without anybody listening. */
function within<Answer>(ms: number, answer: Promise<Answer>): Promise<Answer> {
  answer.catch(() => undefined);
  return Promise.race([answer, pause(ms).then(() => Promise.reject(new Error('No answer yet.')))]);
}

/** All pages of the list. */
export async function allCases(api: ApiClient): Promise<CaseSummary[]> {
  const found: CaseSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.call(casesApi.list, { query: { limit: 100, ...(cursor ? { cursor } : {}) } });
    found.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}
