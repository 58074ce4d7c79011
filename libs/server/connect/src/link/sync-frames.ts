import { Injectable } from '@nestjs/common';
import type { Mapping, ObjectSettings, SyncObject } from '@bureau/contracts';
import { openPairs, originsIn, pairOfMapping, SALESFORCE_OBJECTS, standardPairs, type FieldPair } from '@bureau/domain';
import { Database, statement } from '@bureau/platform';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { namesIn } from '../desk/vocabulary-of-row.ts';
import { CheckMappings } from '../mapping/index.ts';
import {
  Descriptions,
  LONG_GOOD_MS,
  SalesforceClients,
  SalesforceUnavailable,
  type DescribedField,
  type Description,
} from '../salesforce/index.ts';
import type { SyncFrame } from './sync-frame.ts';

const SETTINGS = statement(
  'salesforce.settings-of',
  `SELECT object, direction, create_in_salesforce AS "createInSalesforce", update_in_salesforce AS "updateInSalesforce",
     create_in_desk AS "createInDesk", update_in_desk AS "updateInDesk",
     conditions_to_salesforce AS "conditionsToSalesforce", conditions_to_desk AS "conditionsToDesk",
     only_when_set AS "onlyWhenSet", record_type_id AS "recordTypeId", first_link AS "firstLink",
     on_deletion AS "onDeletion"
   FROM salesforce_object_settings WHERE object = $1`,
);

const MAPPINGS = statement(
  'salesforce.mappings-in-use',
  `SELECT desk_field AS "deskField", salesforce_field AS "salesforceField", type, direction, "values"
   FROM salesforce_mappings WHERE object = $1 AND enabled AND problem = '' ORDER BY id`,
);

type UsedMapping = Pick<Mapping, 'deskField' | 'salesforceField' | 'type' | 'direction' | 'values'>;

/** Puts together what one needs to know to keep records of an object in step. */
@Injectable()
export class SyncFrames {
  constructor(
    private readonly database: Database,
    private readonly connections: ConnectionRepository,
    private readonly clients: SalesforceClients,
    private readonly descriptions: Descriptions,
    private readonly checks: CheckMappings,
  ) {}

  async settingsOf(object: SyncObject): Promise<ObjectSettings> {
    const settings = await this.database.row<ObjectSettings & Record<string, unknown>>(SETTINGS, [object]);
    if (!settings) throw new Error(`There are no settings of ${object}.`);
    return settings;
  }

  /** All pairs of an object, whatever the organisation lets us see. */
  async pairsOf(object: SyncObject): Promise<FieldPair[]> {
    const connection = await this.connections.current();
    return this.allPairs(object, connection?.personAccounts === true && object === 'customer');
  }

  private async allPairs(object: SyncObject, personAccounts: boolean): Promise<FieldPair[]> {
    const mappings = await this.database.rows<UsedMapping & Record<string, unknown>>(MAPPINGS, [object]);
    return [...standardPairs(object, { personAccounts }), ...mappings.map(pairOfMapping)];
  }

  /** For the sync, or (`forPeople`) for somebody who looks; `silent`: see {@link SyncFrame}. Throws SalesforceUnavailable, SalesforceFailure. */
  async of(object: SyncObject, { forPeople = false, silent = false } = {}): Promise<SyncFrame> {
    const connection = await this.connections.current();
    if (!connection) throw new SalesforceUnavailable('none');
    const records = forPeople ? await this.clients.forPeople(connection) : await this.clients.current(connection);
    const settings = await this.settingsOf(object);
    const personAccounts = connection.personAccounts && object === 'customer';
    const salesforceObject = personAccounts ? 'Account' : SALESFORCE_OBJECTS[object];
    const how = forPeople ? {} : { goodMs: LONG_GOOD_MS };
    const { description, isNew } = await this.descriptions.look(records, salesforceObject, how);
    if (isNew) await this.checks.again(object, description);
    const all = await this.allPairs(object, personAccounts);
    return {
      ...{ object, connection, records, settings, salesforceObject, personAccounts, silent },
      externalId: connection.externalIds[object],
      ...openPairsOf(all, settings, description),
      known: namesOf(salesforceObject, description, settings),
    };
  }
}

/** Of what both sides see, as far as the settings and the rights of the user let each field go. */
function openPairsOf(
  all: readonly FieldPair[],
  settings: ObjectSettings,
  { fields }: Description,
): Pick<SyncFrame, 'pairs' | 'createPairs' | 'deskPairs'> {
  const there = settings.direction === 'both' || settings.direction === 'to_salesforce';
  const here = settings.direction === 'both' || settings.direction === 'to_desk';
  const described = new Map(fields.map((field) => [field.name, field]));
  const seen = all.flatMap((pair) => {
    const field = described.get(pair.salesforceField);
    return field ? [pair.kind === 'origin' ? { ...pair, values: originsIn(activeValues(field)) } : pair] : [];
  });
  const editable = (pair: FieldPair) => described.get(pair.salesforceField)?.updateable === true;
  const open = (pair: FieldPair) =>
    openPairs([pair], {
      toSalesforce: there && settings.updateInSalesforce && editable(pair),
      toDesk: here && settings.updateInDesk,
    });
  return {
    pairs: seen.flatMap(open),
    createPairs: openPairs(
      seen.filter(({ salesforceField }) => described.get(salesforceField)?.createable === true),
      { toSalesforce: true, toDesk: false },
    ),
    deskPairs: seen,
  };
}

function activeValues({ picklistValues }: DescribedField): string[] {
  return picklistValues.filter(({ active }) => active).map(({ value }) => value);
}

function namesOf(object: string, { fields }: Description, settings: ObjectSettings): ReadonlySet<string> {
  const names = fields.map(({ name }) => name);
  const asked = namesIn(settings.conditionsToDesk).filter((name) => names.includes(name));
  return new Set([object, ...names, ...asked, 'LastModifiedBy.Name']);
}
