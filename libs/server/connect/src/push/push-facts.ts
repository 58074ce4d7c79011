import { Injectable } from '@nestjs/common';
import type { ObjectSettings, SyncObject } from '@bureau/contracts';
import type { DeskRecord as DeskValues, PushFacts, PushRun, PushSettings } from '@bureau/domain';
import { Clock } from '@bureau/platform';
import { DeskRecordQueries, type DeskRecord } from '../desk/desk-record.queries.ts';
import { parentsOf } from '../desk/desk-values.ts';
import { MeetsConditions } from '../desk/meets-conditions.ts';
import { ReadDeskValues } from '../desk/read-desk-values.ts';
import { LinkRepository, type StoredLink } from '../link/link.repository.ts';
import { PersonContacts } from '../link/person-contacts.ts';
import { SyncFrames } from '../link/sync-frames.ts';
import type { SyncFrame } from '../link/sync-frame.ts';
import { SalesforceOutbox, type Standing } from './outbox.repository.ts';
import { recordKey } from './push-turn.ts';

/** Who waits for a parent that waits itself is woken by it, and looks after so long all the same. */
const PATIENCE_MS = 5 * 60_000;

/** A record as it is before a step: what the decision is made of, and what it is carried out with. */
export interface PushLook {
  facts: PushFacts;
  link: StoredLink | undefined;
  record: DeskRecord | undefined;
  values: DeskValues;
  /** Records that it names and that have to go to Salesforce before it. */
  coming: ComingParent[];
}

/** What is known of a parent in the outbox; one that is not in it has no `changes`. */
export interface ComingParent {
  object: SyncObject;
  deskId: number;
  changes: number | null;
  attempts: number;
  /** It is not to be tried before; 0: it may be. */
  waitMs: number;
}

/** What one try knows besides the database. */
export interface PushTry {
  run: PushRun;
  /** Salesforce's clock when it was last asked. */
  salesforceNow: number;
  /** Parents that had their turn: they are there, or do not go there after all. */
  without: ReadonlySet<string>;
}

/** Reads a record anew for its next step; the contact of a person's account is asked for once. */
@Injectable()
export class ReadPushFacts {
  constructor(
    private readonly desk: DeskRecordQueries,
    private readonly values: ReadDeskValues,
    private readonly links: LinkRepository,
    private readonly persons: PersonContacts,
    private readonly frames: SyncFrames,
    private readonly conditions: MeetsConditions,
    private readonly outbox: SalesforceOutbox,
    private readonly clock: Clock,
  ) {}

  async run(frame: SyncFrame, deskId: number, { run, salesforceNow, without }: PushTry): Promise<PushLook> {
    const { object } = frame;
    const link = await this.links.ofDesk(object, deskId);
    const record = await this.desk.find(object, deskId);
    if (record?.object === 'case' && frame.connection.personAccounts) {
      await this.persons.of(frame.records, await this.links.ofDesk('customer', record.customerId));
    }
    const values = record ? await this.values.of(frame.createPairs, record, link) : {};
    const coming = record ? await this.comingParents(frame, { record, link, without }) : [];
    const facts: PushFacts = {
      exists: record !== undefined,
      link: link && isBegun(link) ? link : null,
      settings: await this.settingsOf(frame.settings, deskId, link),
      parents: coming.length > 0 ? 'coming' : 'ready',
      externalIds: frame.externalId !== null,
      sendable: isSendable(frame, link),
      salesforceNow,
      run,
    };
    return { facts, link, record, values, coming };
  }

  /**
   * Those that have no id there yet, and whose object goes there. Of a record that is to be made also those of which a change
   * waits: Salesforce fills in what it is not told from them, such as the account of a case from its contact.
   */
  private async comingParents(frame: SyncFrame, { record, link, without }: NamedBy) {
    const named = parentsOf(record).filter(
      (parent) => !without.has(recordKey(parent)) && !(frame.personAccounts && parent.object === 'company'),
    );
    const ids = await this.links.salesforceIds(named);
    const standing = new Map((await this.outbox.standing(named)).map((one) => [recordKey(one), one]));
    const coming: ComingParent[] = [];
    for (const parent of named) {
      const row = standing.get(recordKey(parent));
      const changes = !link?.salesforceId && row?.dead === false;
      const comes = ids.has(recordKey(parent)) ? changes : goesThere(await this.frames.settingsOf(parent.object));
      if (comes) coming.push({ ...parent, ...this.turnOf(row) });
    }
    return coming;
  }

  /** How a parent stands at this moment. */
  async stands(parent: Pick<ComingParent, 'object' | 'deskId'>): Promise<ComingParent> {
    const [row] = await this.outbox.standing([parent]);
    return { ...parent, ...this.turnOf(row) };
  }

  private turnOf(row: Standing | undefined): Pick<ComingParent, 'changes' | 'attempts' | 'waitMs'> {
    if (!row) return { changes: null, attempts: 0, waitMs: 0 };
    const { changes, attempts, notBefore, dead } = row;
    const waitMs = dead ? PATIENCE_MS : notBefore.getTime() - this.clock.now().getTime();
    return { changes, attempts, waitMs: Math.min(Math.max(0, waitMs), PATIENCE_MS) };
  }

  /** What the settings of its object let a record of the desk do in Salesforce. */
  async settingsOf(settings: ObjectSettings, deskId: number, link: StoredLink | undefined): Promise<PushSettings> {
    const wanted = link?.wanted ?? false;
    const there = settings.direction === 'both' || settings.direction === 'to_salesforce';
    const here = settings.direction === 'both' || settings.direction === 'to_desk';
    return {
      create: there && (wanted || (settings.createInSalesforce && !settings.onlyWhenSet)),
      update: (there && settings.updateInSalesforce) || (here && settings.updateInDesk),
      recreate: settings.onDeletion === 'recreate',
      conditionsMet: wanted || (await this.conditions.ofDesk(settings, deskId)),
      matches: settings.object !== 'case',
    };
  }
}

interface NamedBy {
  record: DeskRecord;
  link: StoredLink | undefined;
  without: ReadonlySet<string>;
}

/** A link that only says that it is wanted has no history yet. */
export function isBegun(link: StoredLink): boolean {
  return link.state !== 'pending' || link.salesforceId !== null || link.payload !== null;
}

/** Of what is frozen, only fields that can be written when a record is made would go. */
function isSendable({ createPairs }: SyncFrame, link: StoredLink | undefined): boolean {
  const fields = new Set(createPairs.map(({ deskField }) => deskField));
  return Object.keys(link?.payload?.values ?? {}).every((field) => fields.has(field));
}

function goesThere({ direction, createInSalesforce }: ObjectSettings): boolean {
  return (direction === 'both' || direction === 'to_salesforce') && createInSalesforce;
}
