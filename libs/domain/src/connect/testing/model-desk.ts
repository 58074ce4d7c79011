import type { FieldPair } from '../field-pair.ts';
import type { SyncCursor } from '../poll-window.ts';
import type { SyncLink } from '../sync-link.ts';
import type { RawValues } from './organisation.ts';

/** Three texts and a value that is not the same on both sides: 1 to 10 here, High, Medium, Low there. */
export const PAIRS: FieldPair[] = [
  { deskField: 'a', salesforceField: 'A', kind: 'text', direction: 'both' },
  { deskField: 'b', salesforceField: 'B', kind: 'text', direction: 'both' },
  { deskField: 'c', salesforceField: 'C', kind: 'text', direction: 'both' },
  { deskField: 'p', salesforceField: 'P', kind: 'priority', direction: 'both' },
];
export const EMPTY = { a: null, b: null, c: null, p: 5 };

/** The desk's database: everything in it outlives a crash, and every method is one transaction. */
export class ModelDesk {
  readonly records = new Map<string, Record<string, string | number | null>>();
  readonly links = new Map<string, SyncLink>();
  readonly outbox = new Set<string>();
  cursor: SyncCursor = { stamp: 0, safeLow: null };
  /** What the sync wrote. */
  writes = 0;
  private count = 0;

  make(values: RawValues, link?: SyncLink): string {
    const id = String(++this.count);
    this.records.set(id, { ...EMPTY, ...lowered(values) });
    if (link) this.links.set(id, link);
    else this.outbox.add(id);
    return id;
  }

  edit(id: string, values: RawValues): void {
    Object.assign(this.records.get(id) ?? {}, lowered(values));
    this.outbox.add(id);
  }

  delete(id: string): void {
    this.records.delete(id);
    this.outbox.add(id);
  }

  write(id: string, values: object): void {
    if (Object.keys(values).length === 0) return;
    this.writes++;
    Object.assign(this.records.get(id) ?? {}, values);
  }

  linkedTo(salesforceId: string): [string, SyncLink] | undefined {
    return [...this.links].find(([, link]) => link.salesforceId === salesforceId);
  }
}

function lowered(values: RawValues): RawValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
}
