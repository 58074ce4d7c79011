import { Injectable } from '@nestjs/common';
import { Clock, Transactional } from '@bureau/platform';
import { LinkRepository } from '../link/link.repository.ts';
import { SyncLogRepository } from '../log/sync-log.repository.ts';
import { SalesforceFailure, type SalesforceRecords, type WrittenRecord } from '../salesforce/index.ts';
import { ChildrenOfCase, rowOf } from './children-of-case.ts';
import { ChildRepository, type ChildOfCase } from './child.repository.ts';
import type { SentChild } from './sent-child.ts';

interface OfCase {
  caseId: number;
  child: SentChild;
}

/**
 * Brings what hangs on many cases that were made this moment beneath them, a thousand rows with one call. What was sent is
 * remembered before; whatever was refused, or was left without an answer, goes the usual way, which looks for it first.
 */
@Injectable()
export class PushChildrenOfMany {
  constructor(
    private readonly links: LinkRepository,
    private readonly compared: ChildrenOfCase,
    private readonly children: ChildRepository,
    private readonly log: SyncLogRepository,
    private readonly clock: Clock,
  ) {}

  /** The calls that it took, and the cases of which something is left for the usual way. Whoever calls holds the cases. */
  async run(records: SalesforceRecords, caseIds: readonly number[]): Promise<{ calls: number; left: Set<number> }> {
    const left = new Set<number>();
    const waiting = await this.waiting(caseIds, left);
    let calls = 0;
    for (const [object, some] of Map.groupBy(waiting, ({ child }) => child.salesforceObject)) {
      const sentAt = this.clock.now();
      await this.remember(some, sentAt);
      try {
        const answer = await records.createMany(
          object,
          some.map(({ child }) => child.fields),
        );
        calls += answer.calls;
        for (const caseId of await this.settle(some, answer.written, sentAt)) left.add(caseId);
      } catch (error) {
        if (!(error instanceof SalesforceFailure)) throw error;
        calls += 1;
        for (const { caseId } of some) left.add(caseId);
      }
    }
    return { calls, left };
  }

  /** Posts go another way than rows, and what was sent before is looked for. */
  private async waiting(caseIds: readonly number[], left: Set<number>): Promise<OfCase[]> {
    const all: OfCase[] = [];
    for (const link of await this.links.ofDesks('case', caseIds)) {
      const { deskId: caseId } = link;
      if (link.state !== 'ok' || link.salesforceId === null) continue;
      const { waiting, known, more } = await this.compared.compare(link);
      const together = known.length === 0 ? waiting.filter(({ segments }) => !segments) : [];
      all.push(...together.map((child) => ({ caseId, child })));
      if (more || together.length < waiting.length) left.add(caseId);
    }
    return all;
  }

  @Transactional()
  protected async remember(sent: readonly OfCase[], sentAt: Date): Promise<void> {
    await this.children.saveMany(sent.map((one) => written(one, { salesforceId: null, sentAt })));
  }

  /** The cases of what was refused. */
  @Transactional()
  protected async settle(sent: readonly OfCase[], answers: readonly WrittenRecord[], sentAt: Date): Promise<number[]> {
    const made: ChildOfCase[] = [];
    const refused: number[] = [];
    for (const [index, one] of sent.entries()) {
      const answer = answers[index];
      if (!answer || 'failure' in answer) refused.push(one.caseId);
      else made.push(written(one, { salesforceId: answer.id, sentAt }));
    }
    await this.children.saveMany(made);
    const line = { at: this.clock.now(), direction: 'to_salesforce', action: 'created' } as const;
    await this.log.addMany(
      made.map(({ kind: object, deskId, salesforceId, caseId }) => ({
        ...line,
        ...{ object, deskId, salesforceId, detail: `Case ${caseId}` },
      })),
    );
    return refused;
  }
}

function written({ caseId, child }: OfCase, told: Pick<ChildOfCase, 'salesforceId' | 'sentAt'>): ChildOfCase {
  return { ...rowOf(child, told), caseId };
}
