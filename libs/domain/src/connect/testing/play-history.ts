import { canonicalDeskRecord } from '../field-pair.ts';
import { linkTo, unlink, type SyncLink } from '../sync-link.ts';
import { ModelEngine } from './engine.ts';
import { ModelDesk, PAIRS } from './model-desk.ts';
import type { Work } from './model-ground.ts';
import type { History, HistoryCommand } from './histories.ts';
import type { Outcome } from './invariants.ts';
import { Organisation } from './organisation.ts';
import type { Wrong } from './wrong-engines.ts';

const WORKERS = 2;
/** C is rewritten there by a workflow. */
const OWN_FIELDS = ['a', 'b', 'p'];

/** Lets a history happen to a model of the desk and of an organisation, then makes all well and lets both come to rest. */
export function playHistory(history: History, wrong: Wrong = {}): Outcome {
  return new Player(history, wrong).play();
}

class Player {
  private time = 1_000_000_000;
  private calls = 0;
  private healed = false;
  private born = 0;
  private readonly deskEdits = new Map<string, unknown>();
  private readonly repaired = new Set<string>();
  private readonly work: (Work | undefined)[] = Array.from({ length: WORKERS }, () => undefined);
  private readonly history: History;
  private readonly organisation: Organisation;
  private readonly desk = new ModelDesk();
  private readonly engine: ModelEngine;

  constructor(history: History, wrong: Wrong) {
    this.history = history;
    this.organisation = new Organisation(() => this.time);
    this.desk.cursor = { stamp: this.time, safeLow: null };
    this.engine = new ModelEngine({
      ...{ organisation: this.organisation, desk: this.desk, wrong },
      now: () => this.time,
      deskNow: () => this.time + history.skewMs,
      fault: () => (this.healed ? null : (history.faults[this.calls++ % history.faults.length] ?? null)),
    });
  }

  play(): Outcome {
    for (const command of this.history.commands) {
      this.organisation.commitDue();
      this.happen(command);
    }
    this.healed = true;
    this.rest(12);
    const before = this.organisation.writes + this.desk.writes;
    this.rest(4);
    const lateWrites = this.organisation.writes + this.desk.writes - before;
    const { organisation, desk, born, deskEdits, repaired } = this;
    return { organisation, desk, born, deskEdits, repaired, lateWrites, pairs: PAIRS, ownFields: OWN_FIELDS };
  }

  /** Everybody finishes; then polls and pushes, with time between them. */
  private rest(rounds: number): void {
    for (let guard = 0; this.work.some(Boolean); guard++) {
      if (guard > 5_000) throw new Error('Workers wait for each other.');
      for (let worker = 0; worker < WORKERS; worker++) this.go(worker, 1);
    }
    for (let round = 0; round < rounds; round++) {
      this.time += 6_000;
      this.organisation.commitDue();
      for (const begin of [this.engine.poll(0), this.engine.push(0)]) {
        this.work[0] = begin;
        this.go(0, 5_000);
      }
    }
  }

  private happen(command: HistoryCommand): void {
    const { organisation, desk, engine } = this;
    switch (command.do) {
      case 'time':
        this.time += command.ms;
        return;
      case 'desk makes':
        this.born++;
        this.edited(desk.make(command.values), command.values);
        return;
      case 'salesforce makes':
        this.born++;
        organisation.userMakes(command.values, command.delayMs);
        return;
      case 'poll':
      case 'push':
        this.work[command.worker] ??= engine[command.do](command.worker);
        this.go(command.worker, command.steps);
        return;
      case 'work':
        this.go(command.worker, command.steps);
        return;
      case 'crash':
        this.work[command.worker] = undefined;
        engine.letGo(command.worker);
        return;
      default:
        this.toRecord(command);
    }
  }

  private toRecord(command: Extract<HistoryCommand, { record: number }>): void {
    const { organisation, desk } = this;
    const here = pick(desk.records, command.record);
    const there = pick(organisation.rows, command.record);
    switch (command.do) {
      case 'desk edits':
        if (here === undefined) return;
        desk.edit(here, command.values);
        return this.edited(here, command.values);
      case 'desk deletes':
        if (here !== undefined) desk.delete(here);
        return;
      case 'salesforce edits':
        if (there !== undefined) organisation.userEdits(there, command.values, command.delayMs);
        return;
      case 'salesforce deletes':
        if (there !== undefined) organisation.userDeletes(there);
        return;
      case 'salesforce undeletes':
        if (there !== undefined) organisation.userUndeletes(there);
        return;
      case 'salesforce merges': {
        const loser = pick(organisation.rows, command.loser);
        if (there === undefined || loser === undefined) return;
        this.repair(there);
        this.repair(loser);
        return organisation.userMerges(there, loser);
      }
      case 'unlink':
        return this.relink(command.record, (link) => (link.state === 'ok' ? unlink(link) : undefined));
      case 'relink':
        return this.relink(command.record, (link) =>
          link.state === 'unlinked' && link.salesforceId !== null ? linkTo(link.salesforceId, link) : undefined,
        );
    }
  }

  /** By a person, under the lock that the sync takes too. */
  private relink(record: number, change: (link: SyncLink) => SyncLink | undefined): void {
    const id = pick(this.desk.links, record);
    const link = id === undefined ? undefined : this.desk.links.get(id);
    if (id === undefined || !link || this.engine.isLocked(id)) return;
    const after = change(link);
    if (!after) return;
    this.desk.links.set(id, after);
    this.desk.outbox.add(id);
    this.repaired.add(id);
  }

  private repair(salesforceId: string): void {
    const row = this.organisation.rows.get(salesforceId);
    const linked = this.desk.linkedTo(salesforceId)?.[0];
    for (const id of [linked, row?.deskId]) if (id) this.repaired.add(id);
  }

  private edited(id: string, values: object): void {
    const record = this.desk.records.get(id) ?? {};
    const seen = canonicalDeskRecord(PAIRS, record).values;
    for (const name of Object.keys(values)) this.deskEdits.set(`${id}.${name.toLowerCase()}`, seen[name.toLowerCase()]);
  }

  private go(worker: number, steps: number): void {
    for (let step = 0; step < steps && this.work[worker]; step++) {
      this.time += 20;
      this.organisation.commitDue();
      if (this.work[worker].next().done) this.work[worker] = undefined;
    }
  }
}

function pick(all: ReadonlyMap<string, unknown>, number: number): string | undefined {
  return [...all.keys()][number % Math.max(1, all.size)];
}
