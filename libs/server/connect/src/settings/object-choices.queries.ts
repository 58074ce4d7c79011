import { Injectable } from '@nestjs/common';
import type { ObjectChoices, SyncObject } from '@bureau/contracts';
import { SALESFORCE_OBJECTS } from '@bureau/domain';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { forPeople } from '../salesforce/for-people.ts';
import { Descriptions, SalesforceClients, type Description } from '../salesforce/index.ts';
import { conditionFieldsOf } from './salesforce-vocabulary.ts';

/** What the organisation offers for an object. */
@Injectable()
export class ObjectChoicesQueries {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly clients: SalesforceClients,
    private readonly descriptions: Descriptions,
  ) {}

  /** Throws salesforce.not-connected, salesforce.reconnect, salesforce.unavailable. */
  async of(object: SyncObject): Promise<ObjectChoices> {
    const description = await this.describe(object);
    const recordTypes = description.recordTypeInfos
      .filter(({ master, available, active }) => !master && available && active)
      .map(({ recordTypeId: id, name, defaultRecordTypeMapping: isDefault }) => ({ id, name, isDefault }));
    return { recordTypes, conditionFields: conditionFieldsOf(description) };
  }

  /** As the desk sees the object there now. Throws as {@link of}. */
  describe(object: SyncObject, { fresh = false } = {}): Promise<Description> {
    return forPeople(async () => {
      const records = await this.clients.forPeople();
      const personAccounts = (await this.connections.current())?.personAccounts ?? false;
      const name = object === 'customer' && personAccounts ? 'Account' : SALESFORCE_OBJECTS[object];
      return this.descriptions.of(records, name, { fresh });
    });
  }
}
