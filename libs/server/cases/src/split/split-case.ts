import { Injectable } from '@nestjs/common';
import { stampOf, type Actor, type SplitCase as Splitting } from '@bureau/contracts';
import { Clock, InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { CaseRepository, type LockedCase } from '../case/case.repository.ts';
import { RecordCaseChange } from '../case/record-case-change.ts';
import { SYSTEM } from '../case/system-actor.ts';
import { InteractionRepository, type Interaction } from '../merge/interaction.repository.ts';
import { MergeRepository } from '../merge/merge.repository.ts';
import { SplitRepository } from './split.repository.ts';
import { refuseClosed } from '../case/refuse-closed.ts';

/** Makes some messages and notes of a case a case of their own. Answers to them go where they are. */
@Injectable()
export class SplitCase {
  constructor(
    private readonly cases: CaseRepository,
    private readonly splits: SplitRepository,
    private readonly merges: MergeRepository,
    private readonly interactions: InteractionRepository,
    private readonly recordChange: RecordCaseChange,
    private readonly clock: Clock,
  ) {}

  /** Returns the new case's id. Throws case.not-found, case.closed, case.merged, split.nothing-left, request.invalid. */
  @Transactional()
  async run(actor: Actor, caseId: number, wanted: Splitting): Promise<number> {
    await this.merges.holdStill();
    await this.merges.lockDeliveries([caseId]);
    const source = await this.cases.lockOrThrow(actor, caseId);
    refuseClosed(source);
    const going = await this.chosen(caseId, wanted);

    const at = this.clock.now();
    const newId = await this.open(source, { wanted, going, at });
    const splitId = await this.splits.begin(
      { sourceId: caseId, caseId: newId },
      { interactions: going, actor: stampOf(actor), at },
    );
    await this.interactions.move(
      going.map((interaction) => ({ ...interaction, homeId: newId })),
      newId,
    );
    await this.interactions.recount([caseId, newId]);
    await this.tell(actor, source, { newId, splitId, at });
    return newId;
  }

  private async chosen(caseId: number, { messageIds, noteIds }: Splitting): Promise<Interaction[]> {
    const going = await this.interactions.named(caseId, { messageIds, noteIds });
    const here = (kind: Interaction['kind']) => new Set(going.filter((one) => one.kind === kind).map(({ id }) => id));
    const missing = [
      ...messageIds.filter((id) => !here('message').has(id)).map((id) => ({ path: 'messageIds', what: 'message', id })),
      ...noteIds.filter((id) => !here('note').has(id)).map((id) => ({ path: 'noteIds', what: 'note', id })),
    ];
    if (missing.length > 0) {
      throw new InvalidInput(
        missing.map(({ path, what, id }) => ({ path, message: `This case has no ${what} ${id}.` })),
      );
    }
    const all = await this.interactions.within(caseId);
    const staying = all.filter(({ kind }) => kind === 'message').length - here('message').size;
    if (staying < 1) throw new ProblemError('split.nothing-left');
    return going;
  }

  private async open(
    source: LockedCase,
    { wanted, going, at }: { wanted: Splitting; going: Interaction[]; at: Date },
  ): Promise<number> {
    const messageIds = going.filter(({ kind }) => kind === 'message').map(({ id }) => id);
    const first = await this.splits.firstOf(messageIds);
    const sender = wanted.customer === 'sender' ? first?.senderId : null;
    return this.splits.open(source.id, {
      subject: wanted.subject ?? (first?.subject || source.subject),
      customerId: sender ?? source.customerId,
      at,
    });
  }

  private async tell(
    actor: Actor,
    source: LockedCase,
    { newId, splitId, at }: { newId: number; splitId: number; at: Date },
  ): Promise<void> {
    const opened = await this.cases.lockOrThrow(SYSTEM, newId);
    const context = { splitId };
    await this.recordChange.run(actor, opened, {
      event: 'case.split',
      changes: [{ field: 'splitFromId', from: null, to: source.id }],
      patch: {
        excerpt: await this.interactions.excerptOf(newId),
        waitingSince: await this.interactions.waitingSince(newId),
      },
      context,
      at,
    });
    await this.recordChange.run(actor, source, {
      event: 'case.split',
      changes: [{ field: 'splitCaseId', from: null, to: newId }],
      patch: {
        excerpt: await this.interactions.excerptOf(source.id),
        waitingSince: source.waitingSince && (await this.interactions.waitingSince(source.id)),
      },
      context,
      at,
    });
  }
}
