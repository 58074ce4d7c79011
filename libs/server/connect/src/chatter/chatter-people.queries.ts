import { Injectable } from '@nestjs/common';
import { ChatterPerson } from '@bureau/contracts';
import { soql } from '@bureau/domain';
import { forPeople } from '../salesforce/for-people.ts';
import { SalesforceClients } from '../salesforce/index.ts';

const KNOWN = new Set(['User', 'Id', 'Name', 'Username', 'IsActive']);
const MOST = 200;

/** Users of the organisation who can be mentioned. */
@Injectable()
export class ChatterPeopleQueries {
  constructor(private readonly clients: SalesforceClients) {}

  /** By name. Throws salesforce.not-connected, salesforce.reconnect, salesforce.unavailable. */
  find(words: string): Promise<ChatterPerson[]> {
    const query = soql(
      {
        object: 'User',
        fields: ['Id', 'Name', 'Username'],
        where: [
          { field: 'IsActive', is: '=', value: true },
          ...(words === '' ? [] : [{ field: 'Name', is: 'contains' as const, value: words }]),
        ],
        orderBy: ['Name', 'Id'],
        limit: MOST,
      },
      KNOWN,
    );
    return forPeople(async () => {
      const { rows } = await (await this.clients.forPeople()).query(query);
      return rows.flatMap(({ Id: id, Name: name, Username: username }) => {
        const person = ChatterPerson.safeParse({ id, name, username });
        return person.success ? [person.data] : [];
      });
    });
  }
}
