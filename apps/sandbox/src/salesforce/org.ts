import type { Service } from '../service/service.ts';
import { Grants } from './auth/grants.ts';
import { Failures } from './failures.ts';
import { Locks } from './locks.ts';
import { Records } from './records/records.ts';
import { Schema } from './schema/schema.ts';
import { defaultRecords, ORG_ID, setupRecords } from './seed.ts';
import { Setup, type Settings } from './settings.ts';
import { ChangeEvents } from './streaming/change-events.ts';
import { Transactions } from './transactions.ts';
import { Usage } from './usage.ts';
import { stampOf, textOf, type Row, type Value } from './value.ts';
import { Violations } from './violations.ts';

export type SfApp = { clientId: string; clientSecret: string };

export const defaultSfApp: SfApp = {
  clientId: 'sandbox-salesforce-client',
  clientSecret: 'sandbox-salesforce-secret',
};

export type OrgGiven = {
  service: Service;
  app: SfApp;
  settings: Settings;
  /** With the demo's accounts, contacts and cases, or with none. */
  withRecords: boolean;
  tell: (words: string) => void;
};

/** One organisation: its records, how it is set up, who is signed in, and what stands in the way at this moment. */
export class Org {
  readonly id = ORG_ID;
  readonly service: Service;
  readonly app: SfApp;
  readonly setup: Setup;
  readonly schema: Schema;
  readonly records: Records;
  readonly grants: Grants;
  readonly failures = new Failures();
  readonly violations = new Violations();
  readonly usage: Usage;
  readonly locks: Locks;
  readonly transactions: Transactions;
  readonly changeEvents: ChangeEvents;
  /** Through what the records are changed at this moment, as change events say it. */
  origin = '';
  readonly #given: OrgGiven;

  constructor(given: OrgGiven) {
    const { service } = given;
    this.#given = given;
    this.service = service;
    this.app = given.app;
    this.setup = new Setup(service.dataDir, given.settings);
    this.schema = new Schema(this.setup);
    this.records = new Records(service.dataDir);
    this.grants = new Grants(service, this.setup);
    this.usage = new Usage(service.clock, this.setup);
    this.locks = new Locks(service.clock);
    this.transactions = new Transactions(service.clock);
    this.changeEvents = new ChangeEvents(this);
    if (this.records.all('User').length === 0) this.#seed();
  }

  get url(): string {
    return this.service.url;
  }

  /** The stamp of what happens now. */
  now(): string {
    return stampOf(this.service.clock.ms());
  }

  tell(words: string): void {
    this.#given.tell(words);
  }

  users(): Row[] {
    return this.records.all('User');
  }

  user(username: string): Row | undefined {
    return this.users().find((one) => one['Username'] === username);
  }

  /** Any record by its id, unless it is deleted. */
  live(id: Value | undefined): Row | undefined {
    const row = this.any(id);
    return row?.['IsDeleted'] === true ? undefined : row;
  }

  /** Any record by its id, deleted ones too. */
  any(id: Value | undefined): Row | undefined {
    const key = textOf(id);
    const object = this.schema.objectOfId(key);
    return object && this.records.get(object.name, key);
  }

  /** Does `work` as one that comes from there. */
  from<Result>(origin: string, work: () => Result): Result {
    this.origin = origin;
    try {
      return work();
    } finally {
      this.origin = '';
    }
  }

  reset(): void {
    this.records.forget();
    this.setup.reset();
    this.grants.forget();
    for (const one of [this.failures, this.violations, this.usage, this.locks, this.transactions]) one.clear();
    this.#seed();
  }

  #seed(): void {
    this.records.atomically(() => {
      for (const [type, row] of setupRecords(this.now())) this.records.put(type, row);
      if (!this.#given.withRecords) return;
      for (const [type, row] of defaultRecords(this.now())) this.records.put(type, row);
    });
  }
}
