import { Injectable } from '@nestjs/common';
import type { EventPayload, Preflight, SyncObject } from '@bureau/contracts';
import { Clock, OnEvent, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { CheckMappings } from '../mapping/check-mappings.ts';
import { forPeople } from '../salesforce/for-people.ts';
import { SalesforceKeyRing } from '../salesforce/salesforce-key-ring.ts';
import { SalesforceClients, SalesforceFailure, SalesforceUnavailable } from '../salesforce/index.ts';
import { ObjectSettingsRepository } from '../settings/object-settings.repository.ts';
import { API_PATH } from './set-up-path.ts';
import { checksOf } from './checks.ts';
import { externalIdIn } from './external-ids.ts';
import { hasPersonAccounts, type OrganisationFacts } from './organisation-facts.ts';
import { ReadOrganisation } from './read-organisation.ts';

/** Checks whether an organisation has what the desk needs, and keeps what was found with its time. */
@Injectable()
export class CheckOrganisation {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly clients: SalesforceClients,
    private readonly ring: SalesforceKeyRing,
    private readonly read: ReadOrganisation,
    private readonly settings: ObjectSettingsRepository,
    private readonly mappings: CheckMappings,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** What was found last; null: nobody has looked, or nothing is connected. */
  async latest(): Promise<{ preflight: Preflight | null }> {
    return { preflight: (await this.connections.find())?.preflight ?? null };
  }

  /** Throws salesforce.not-connected, salesforce.reconnect, salesforce.unavailable. */
  async run(): Promise<Preflight> {
    return forPeople(() => this.look());
  }

  /** What the sync needs to know of an organisation is known before it begins. Throws as {@link run}. */
  async onceAtLeast(): Promise<void> {
    if ((await this.latest()).preflight === null) await this.run();
  }

  /** Whoever has connected an organisation finds it checked; when it cannot be asked now, he checks it himself. */
  @OnEvent('connect.connected', 'salesforce.check-organisation')
  async connected(_: EventPayload<'connect.connected'>): Promise<void> {
    try {
      await this.look();
    } catch (error) {
      if (!(error instanceof SalesforceFailure) && !(error instanceof SalesforceUnavailable)) throw error;
    }
  }

  private async look(): Promise<Preflight> {
    const connection = await this.connections.current();
    const records = await this.clients.forPeople();
    if (!connection) throw new ProblemError('salesforce.not-connected');
    try {
      const renewable = await this.isRenewable(connection.id);
      const facts = await this.read.run(records, { renewable });
      const checks = checksOf(facts);
      const passed = checks.every(({ verdict }) => verdict !== 'missing');
      const preflight = { at: this.clock.now().toISOString(), checks, passed };
      await this.keep(connection.id, preflight, facts);
      return preflight;
    } catch (error) {
      if (!(error instanceof SalesforceFailure) || error.code !== 'API_DISABLED_FOR_ORG') throw error;
      return this.keepClosed(connection.id);
    }
  }

  private async isRenewable(connectionId: number): Promise<boolean> {
    const { signedInBy } = (await this.connections.findById(connectionId)) ?? {};
    return signedInBy === 'key' || (await this.ring.of(connectionId)).keys.refreshToken !== null;
  }

  @Transactional()
  protected async keep(connectionId: number, preflight: Preflight, facts: OrganisationFacts): Promise<void> {
    const personAccounts = hasPersonAccounts(facts);
    const externalId = (object: SyncObject) => externalIdIn(facts.descriptions, object, { personAccounts });
    const externalIds = { company: externalId('company'), customer: externalId('customer'), case: externalId('case') };
    await this.connections.keepPreflight(connectionId, { preflight, personAccounts, externalIds });
    if (personAccounts) await this.choosePersonType(facts.personRecordTypes);
    await this.mappings.run(facts.descriptions, { personAccounts });
    await this.outbox.add('connect.changed', { connectionId });
  }

  /** A customer there is a person only by his record type. */
  private async choosePersonType(types: readonly string[]): Promise<void> {
    const { recordTypeId } = await this.settings.of('customer');
    const [first] = types;
    if (first === undefined || (recordTypeId !== null && types.includes(recordTypeId))) return;
    await this.settings.save('customer', { recordTypeId: first });
  }

  /** Its edition has no API, or the user may not use it: nothing else can be found out. */
  @Transactional()
  protected async keepClosed(connectionId: number): Promise<Preflight> {
    const what =
      'Let the user use the API (API Enabled). Professional Edition has it as an extra: ask the account manager.';
    const todo = { what, ...API_PATH };
    const check = { id: 'api-access', topic: 'api-access' as const, object: null, verdict: 'missing' as const };
    const checks = [{ ...check, subject: 'API', todo }];
    const preflight = { at: this.clock.now().toISOString(), checks, passed: false };
    const { personAccounts = false, externalIds = { company: null, customer: null, case: null } } =
      (await this.connections.current()) ?? {};
    await this.connections.keepPreflight(connectionId, { preflight, personAccounts, externalIds });
    await this.outbox.add('connect.changed', { connectionId });
    return preflight;
  }
}
