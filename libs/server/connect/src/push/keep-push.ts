import { Injectable } from '@nestjs/common';
import type { SyncAction, SyncProblem, SyncValue } from '@bureau/contracts';
import {
  adopt,
  agreeOn,
  bury,
  canonicalDeskRecord,
  finish,
  freeze,
  hold,
  linkTo,
  promise,
  revive,
  startOver,
  thaw,
  type DeskRecord as DeskValues,
  type HeldField,
  type PushStep,
  type SalesforceRow,
  type SyncLink,
  type SyncValues,
} from '@bureau/domain';
import { Clock, Transactional } from '@bureau/platform';
import { LinkRepository, type StoredLink } from '../link/link.repository.ts';
import type { SyncFrame } from '../link/sync-frame.ts';
import { ARRIVED_LATE, madeLate } from '../log/arrived-late.ts';
import { SyncLogRepository, type CrossedField, type SyncLogLine } from '../log/sync-log.repository.ts';
import { SalesforceOutbox } from './outbox.repository.ts';
import type { PushTurn, StepOf } from './push-turn.ts';

/** What a record is made from. */
export interface Frozen extends Pick<PushTurn, 'frame' | 'deskId'> {
  look: Pick<PushTurn['look'], 'values'>;
}

type KeptStep<Do extends PushStep['do']> = Pick<PushTurn<StepOf<Do>>, 'frame' | 'deskId' | 'step'>;

/** The steps of a push that only the desk's own database knows of: one transaction each. */
@Injectable()
export class KeepPush {
  constructor(
    private readonly links: LinkRepository,
    private readonly outbox: SalesforceOutbox,
    private readonly log: SyncLogRepository,
    private readonly clock: Clock,
  ) {}

  /** What will make the record, from what the desk has now; what could not be read is left out. */
  @Transactional()
  async freeze({ frame, deskId, look }: Frozen): Promise<void> {
    await this.freezeMany(frame, new Map([[deskId, look.values]]));
  }

  /** `looks`: what the desk has of each, by the ids at the desk. */
  @Transactional()
  async freezeMany({ object, createPairs }: SyncFrame, looks: ReadonlyMap<number, DeskValues>): Promise<void> {
    const links = await this.links.beginMany(object, [...looks.keys()]);
    await this.links.saveMany(
      links.map((link) => ({
        ...link,
        ...freeze(link, canonicalDeskRecord(createPairs, looks.get(link.deskId) ?? {}).values),
      })),
    );
  }

  @Transactional()
  async startOver({ frame, deskId, look }: PushTurn): Promise<void> {
    const link = await this.links.begin(frame.object, deskId);
    await this.links.save({ ...link, ...startOver(link, canonicalDeskRecord(frame.createPairs, look.values).values) });
  }

  /** It is there. Whatever waited for it goes on. False: another record of the desk is linked to it. */
  @Transactional()
  async adopt({ frame, deskId, step }: KeptStep<'adopt'>): Promise<boolean> {
    const detail = step.because === 'created' ? '' : ARRIVED_LATE;
    return (await this.adoptMany(frame, new Map([[deskId, step.salesforceId]]), detail)).has(deskId);
  }

  /** As {@link adopt}; `there`: their ids in Salesforce by those at the desk. Those that nobody else is linked to. */
  @Transactional()
  async adoptMany(
    { object }: SyncFrame,
    there: ReadonlyMap<number, string>,
    detail = '',
  ): Promise<ReadonlySet<number>> {
    const taken = await this.links.linkedRecords(object, [...there.values()]);
    const free = [...there].flatMap(([deskId, id]) => ((taken.get(id)?.deskId ?? deskId) === deskId ? [deskId] : []));
    const at = await this.links.now();
    const adopted = (await this.links.beginMany(object, free)).map((link) => ({
      ...{ ...link, ...adopt(link, there.get(link.deskId) ?? '', at) },
      problem: null,
    }));
    await this.links.saveMany(adopted);
    await this.log.addMany(
      adopted.map((link) => ({
        ...this.lineOf(
          link,
          'created',
          crossedOf(link.base, () => null),
        ),
        detail,
      })),
    );
    await this.outbox.wakeMany(this.clock.now(), object, adopted);
    return new Set(free);
  }

  /** False: another record of the desk is linked to it. */
  @Transactional()
  async link({ frame, deskId }: Pick<PushTurn, 'frame' | 'deskId'>, salesforceId: string): Promise<boolean> {
    if (await this.isTaken(frame, deskId, salesforceId)) return false;
    const link = await this.links.begin(frame.object, deskId);
    const linked = { ...link, ...linkTo(salesforceId, link), problem: null };
    await this.links.save(linked);
    await this.tell(linked, 'linked', []);
    await this.outbox.wake(this.clock.now(), linked);
    return true;
  }

  @Transactional()
  async bury({ frame, deskId, run, step }: PushTurn<StepOf<'bury'>>): Promise<void> {
    const link = await this.links.ofDesk(frame.object, deskId);
    if (!link) return;
    // A row that was read before this moment does not bring it back.
    const seen = { ...(step.salesforceId && { salesforceId: step.salesforceId }), seenAt: await this.links.now() };
    const buried = { ...link, ...bury(link, step.side, seen), problem: null };
    await this.links.save(buried);
    const made = step.salesforceId ? madeLate(link) : null;
    const detail = run.created ? '' : ARRIVED_LATE;
    if (made) await this.log.add({ ...this.lineOf(buried, 'created', []), ...made, detail });
    await this.tell(buried, 'tombstone', []);
  }

  @Transactional()
  async revive({ frame, deskId }: PushTurn): Promise<void> {
    const link = await this.change(frame, deskId, revive);
    if (link) await this.tell(link, 'linked', []);
  }

  @Transactional()
  async promise({ frame, deskId, step }: KeptStep<'promise'>): Promise<void> {
    await this.promiseMany(frame, new Map([[deskId, step.values]]));
  }

  /** `sent`: what goes to Salesforce now, by the ids at the desk. */
  @Transactional()
  async promiseMany(frame: SyncFrame, sent: ReadonlyMap<number, SyncValues>): Promise<void> {
    await this.changeMany(frame, sent, promise);
  }

  @Transactional()
  async agree({ frame, deskId, run, step }: KeptStep<'agree'> & Pick<PushTurn, 'run'>): Promise<void> {
    await this.agreeMany(frame, new Map([[deskId, step.values]]), run.row === 'gone' ? undefined : run.row);
  }

  /** `sent`: what has gone to Salesforce, by the ids at the desk; `row`: as it was there before. */
  @Transactional()
  async agreeMany(frame: SyncFrame, sent: ReadonlyMap<number, SyncValues>, row?: SalesforceRow): Promise<void> {
    const at = await this.links.now();
    const links = await this.changeMany(frame, sent, (link, values) => living(agreeOn(link, values, { at, by: null })));
    await this.log.addMany(
      links.map((link) =>
        this.lineOf(
          link,
          'updated',
          crossedOf(sent.get(link.deskId) ?? {}, (field) => row?.values[field] ?? null),
        ),
      ),
    );
  }

  /** What an earlier try sent without an answer, and is there, has gone across after all. */
  @Transactional()
  async finish({ frame, deskId }: PushTurn): Promise<void> {
    const before = await this.links.ofDesk(frame.object, deskId);
    const link = await this.change(frame, deskId, (one) => living(finish(one)));
    const arrived = before ? arrivedOf(before) : [];
    if (link && arrived.length > 0)
      await this.log.add({ ...this.lineOf(link, 'updated', arrived), detail: ARRIVED_LATE });
  }

  /** These values rest, and the rest goes on: what was not made because of them is frozen anew without them. */
  @Transactional()
  async hold({ frame, deskId, step }: PushTurn, held: Record<string, HeldField>, problem: SyncProblem): Promise<void> {
    const rest = step.do === 'create' ? thaw : hold;
    const link = await this.change(frame, deskId, (before) => rest(before, held));
    const fields = Object.entries(held).map(([field, one]) => ({ field, before: one.salesforce, after: one.desk }));
    if (link) await this.tell(link, 'failed', fields, problem);
  }

  /** Nothing was made, because of fields that are not sent any more: what will make it is frozen anew. */
  @Transactional()
  async thaw({ frame, deskId, step }: PushTurn): Promise<void> {
    if (step.do === 'create') await this.change(frame, deskId, (link) => thaw(link, {}));
  }

  @Transactional()
  async giveUp({ frame, deskId }: Pick<PushTurn, 'frame' | 'deskId'>, problem: SyncProblem): Promise<void> {
    const link = await this.links.begin(frame.object, deskId);
    await this.links.save({ ...link, state: 'error', problem });
    await this.tell(link, 'failed', [], problem);
  }

  private async isTaken({ object }: SyncFrame, deskId: number, salesforceId: string): Promise<boolean> {
    const taken = await this.links.ofSalesforce(object, salesforceId);
    return taken !== undefined && taken.deskId !== deskId;
  }

  private async change(
    frame: SyncFrame,
    deskId: number,
    change: (link: StoredLink) => SyncLink,
  ): Promise<StoredLink | undefined> {
    const [changed] = await this.changeMany(frame, new Map([[deskId, {}]]), change);
    return changed;
  }

  /** Those that are linked, as they are then. */
  private async changeMany(
    { object }: SyncFrame,
    wanted: ReadonlyMap<number, SyncValues>,
    change: (link: StoredLink, values: SyncValues) => SyncLink,
  ): Promise<StoredLink[]> {
    const links = await this.links.ofDesks(object, [...wanted.keys()]);
    const changed = links.map((link) => ({ ...link, ...change(link, wanted.get(link.deskId) ?? {}) }));
    await this.links.saveMany(changed);
    return changed;
  }

  private async tell(
    link: StoredLink,
    action: SyncAction,
    fields: CrossedField[],
    problem?: SyncProblem,
  ): Promise<void> {
    await this.log.add({
      ...this.lineOf(link, action, fields),
      ...(problem ? { errorCode: problem.code, detail: problem.message } : {}),
    });
  }

  private lineOf(
    { object, deskId, salesforceId }: StoredLink,
    action: SyncAction,
    fields: CrossedField[],
  ): SyncLogLine {
    return { at: this.clock.now(), direction: 'to_salesforce', object, deskId, salesforceId, action, fields };
  }
}

function crossedOf(values: SyncValues, before: (field: string) => SyncValue): CrossedField[] {
  return Object.entries(values).map(([field, after]) => ({ field, before: before(field), after }));
}

/** Of what was sent, what both sides agree on now. */
function arrivedOf({ sent, base }: SyncLink): CrossedField[] {
  return Object.entries(sent).flatMap(([field, values]) => {
    const after = base[field] ?? null;
    return values.includes(after) ? [{ field, before: null, after }] : [];
  });
}

/** What was in trouble is not any more. */
function living(link: SyncLink): SyncLink & Pick<StoredLink, 'problem'> {
  return { ...link, state: link.state === 'error' ? 'ok' : link.state, problem: null };
}
