import { canonicalText, type SyncValues } from '../canonical.ts';

export type RawValues = Record<string, string | number | null>;

export interface OrganisationRow {
  id: string;
  deskId: string | null;
  deleted: boolean;
  mergedInto: string | null;
  /** Whole seconds, in milliseconds. */
  stamp: number;
  /** The last write was ours. */
  ours: boolean;
  values: Record<string, string | null>;
}

/** How Salesforce refuses, as the gateway says it. */
export class OrganisationError extends Error {
  readonly code: string;
  readonly fields: string[];

  constructor(code: string, fields: string[] = []) {
    super(code);
    this.code = code;
    this.fields = fields;
  }
}

const FIELDS = ['A', 'B', 'C', 'P'];

/**
 * An organisation of Salesforce, as far as it makes a sync difficult: stamps of whole seconds, transactions that commit later
 * than their stamps, row locks, text that is trimmed, a workflow that rewrites C within our own transaction, a rule that
 * refuses some values of B, a recycle bin, merges.
 */
export class Organisation {
  readonly rows = new Map<string, OrganisationRow>();
  /** What the sync wrote. */
  writes = 0;
  /** Values that were overwritten though whoever wrote had seen others. */
  overwritten: string[] = [];
  /** What users of Salesforce did to which field. */
  readonly usersTouched = new Set<string>();
  private open: { id: string; at: number; commit: () => void }[] = [];
  private count = 0;
  private readonly clock: () => number;

  constructor(clock: () => number) {
    this.clock = clock;
  }

  /** Transactions that are due become visible. */
  commitDue(): void {
    const due = this.open.filter(({ at }) => at <= this.clock());
    this.open = this.open.filter((one) => !due.includes(one));
    for (const { commit } of due) commit();
  }

  userMakes(values: RawValues, delay: number): void {
    if (isRefused(values)) return;
    const id = this.newId();
    this.touched(id, Object.keys(values));
    this.write(id, { values, delay, ours: false, deskId: null });
  }

  userEdits(id: string, values: RawValues, delay: number): void {
    if (isRefused(values) || this.isLocked(id) || this.live(id) === undefined) return;
    this.touched(id, Object.keys(values));
    this.write(id, { values, delay, ours: false });
  }

  userDeletes(id: string): void {
    const row = this.live(id);
    if (row && !this.isLocked(id)) this.mark(row, { deleted: true });
  }

  userUndeletes(id: string): void {
    const row = this.rows.get(id);
    if (row?.deleted && row.mergedInto === null) this.mark(row, { deleted: false });
  }

  userMerges(winnerId: string, loserId: string): void {
    const [winner, loser] = [this.live(winnerId), this.live(loserId)];
    if (!winner || !loser || winner === loser || this.isLocked(winnerId) || this.isLocked(loserId)) return;
    this.mark(loser, { deleted: true, mergedInto: winnerId });
    this.mark(winner, {});
  }

  changed(from: number, to: number, place: { stamp: number; id: string } | null, limit: number): OrganisationRow[] {
    return [...this.rows.values()]
      .filter(({ stamp }) => stamp >= from && stamp <= to)
      .filter(({ stamp, id }) => !place || stamp > place.stamp || (stamp === place.stamp && id > place.id))
      .sort((one, other) => one.stamp - other.stamp || (one.id < other.id ? -1 : 1))
      .slice(0, limit)
      .map((row) => structuredClone(row));
  }

  read(id: string): OrganisationRow | undefined {
    return structuredClone(this.live(id));
  }

  carrying(deskId: string): OrganisationRow[] {
    return structuredClone([...this.rows.values()].filter((row) => row.deskId === deskId));
  }

  create(deskId: string | null, values: RawValues): string {
    if (isRefused(values)) throw new OrganisationError('FIELD_CUSTOM_VALIDATION_EXCEPTION', ['B']);
    if (deskId !== null && [...this.rows.values()].some((row) => row.deskId === deskId && !row.deleted)) {
      throw new OrganisationError('DUPLICATE_VALUE');
    }
    const id = this.newId();
    this.writes++;
    this.write(id, { values, delay: 0, ours: true, deskId });
    return id;
  }

  patch(
    id: string,
    values: RawValues,
    { unmodifiedSince, seen }: { unmodifiedSince: number | null; seen: SyncValues },
  ): void {
    const row = this.live(id);
    if (!row) throw new OrganisationError('ENTITY_IS_DELETED');
    if (this.isLocked(id)) throw new OrganisationError('UNABLE_TO_LOCK_ROW');
    if (unmodifiedSince !== null && row.stamp > unmodifiedSince) throw new OrganisationError('ERROR_HTTP_412');
    if (isRefused(values)) throw new OrganisationError('FIELD_CUSTOM_VALIDATION_EXCEPTION', ['B']);
    for (const name of Object.keys(values)) {
      const field = name.toLowerCase();
      if (row.values[name] !== seen[field]) this.overwritten.push(`${id}.${name}`);
    }
    this.writes++;
    this.write(id, { values, delay: 0, ours: true });
  }

  private write(id: string, change: { values: RawValues; delay: number; ours: boolean; deskId?: string | null }): void {
    const stamp = this.second();
    const commit = () => {
      const before = this.rows.get(id);
      const row = before ?? {
        ...{ id, deskId: change.deskId ?? null, deleted: false, mergedInto: null, stamp, ours: change.ours },
        values: { A: null, B: null, C: null, P: 'Medium' },
      };
      row.stamp = Math.max(row.stamp, stamp);
      row.ours = change.ours;
      for (const name of FIELDS) if (name in change.values) row.values[name] = stored(name, change.values[name]);
      this.rows.set(id, row);
    };
    if (change.delay === 0) commit();
    else this.open.push({ id, at: this.clock() + change.delay, commit });
  }

  private mark(row: OrganisationRow, change: Partial<OrganisationRow>): void {
    Object.assign(row, change, { stamp: Math.max(row.stamp, this.second()), ours: false });
  }

  private touched(id: string, names: string[]): void {
    for (const name of names) this.usersTouched.add(`${id}.${name.toLowerCase()}`);
  }

  private live(id: string): OrganisationRow | undefined {
    const row = this.rows.get(id);
    return row?.deleted ? undefined : row;
  }

  private isLocked(id: string): boolean {
    return this.open.some((one) => one.id === id);
  }

  private newId(): string {
    return `500${String(++this.count).padStart(12, '0')}`;
  }

  private second(): number {
    return Math.floor(this.clock() / 1_000) * 1_000;
  }
}

function stored(name: string, value: string | number | null | undefined): string | null {
  if (name === 'P') return canonicalText(value) ?? null;
  const text = canonicalText(value);
  return name === 'C' && text?.startsWith('wf') ? text.toUpperCase() : text;
}

function isRefused(values: RawValues): boolean {
  return canonicalText(values.B) === 'refused';
}
