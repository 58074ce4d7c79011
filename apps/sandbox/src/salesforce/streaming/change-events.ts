import { changedFields, changeType, type Change } from './change-event.ts';
import type { Org } from '../org.ts';
import type { Row } from '../value.ts';

export type ChangeEvent = { channel: string; data: unknown };

/** Change Data Capture: what happens to records of the kinds that Setup has chosen, told when it is committed. */
export class ChangeEvents {
  readonly #org: Org;
  readonly #listeners = new Set<(event: ChangeEvent) => void>();
  #replayId = 0;
  #transactions = 0;

  constructor(org: Org) {
    this.#org = org;
    org.records.whenCommitted((changes) => this.#tell(changes));
  }

  /** Channels that can be subscribed to: whether anything is told on them is decided in Setup. */
  static channelOf(entity: string): string {
    return `/data/${entity}ChangeEvent`;
  }

  whenTold(listener: (event: ChangeEvent) => void): void {
    this.#listeners.add(listener);
  }

  #tell(changes: readonly Change[]): void {
    const chosen = new Set(this.#org.setup.get().changeEvents);
    const told = changes.filter(({ type }) => chosen.has(type));
    if (told.length === 0) return;
    const transactionKey = `tx-${++this.#transactions}`;
    for (const [index, change] of told.entries()) {
      const names = changedFields(change);
      const values: Row = Object.fromEntries(names.map((name) => [name, change.after?.[name] ?? null]));
      const header = this.#headerOf(change, { transactionKey, sequenceNumber: index + 1, values });
      const data = {
        ...{ schema: `sandbox-${change.type}`, payload: { ChangeEventHeader: header, ...values } },
        event: { replayId: ++this.#replayId },
      };
      for (const listener of this.#listeners) listener({ channel: ChangeEvents.channelOf(change.type), data });
    }
  }

  /** What has changed is named of changes only, as there: of a new record everything has. */
  #headerOf(change: Change, given: { transactionKey: string; sequenceNumber: number; values: Row }) {
    const { type, id, after, before } = change;
    const { transactionKey, sequenceNumber, values } = given;
    const kind = changeType(change);
    const changed = kind === 'UPDATE' ? Object.keys(values) : [];
    return {
      ...{ entityName: type, recordIds: [id], changeType: kind, changeOrigin: this.#org.origin },
      ...{ transactionKey, sequenceNumber, commitTimestamp: this.#org.service.clock.ms() },
      ...{ commitUser: (after ?? before)?.['LastModifiedById'], commitNumber: this.#replayId + 1 },
      ...{ changedFields: changed, nulledFields: changed.filter((name) => values[name] === null), diffFields: [] },
    };
  }
}
