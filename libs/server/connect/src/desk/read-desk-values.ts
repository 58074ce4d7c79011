import { Injectable } from '@nestjs/common';
import type { DeskRecord as DeskValues, FieldPair } from '@bureau/domain';
import { LinkRepository, type StoredLink } from '../link/link.repository.ts';
import type { DeskRecord } from './desk-record.queries.ts';
import { deskValues, parentsOf } from './desk-values.ts';

/** A record of the desk as it is compared: the records that it points to by their ids in Salesforce. */
@Injectable()
export class ReadDeskValues {
  constructor(private readonly links: LinkRepository) {}

  /** Of a record that it points to and that is not linked, nothing is said. */
  async of(
    pairs: readonly FieldPair[],
    record: DeskRecord,
    link: Pick<StoredLink, 'base' | 'salesforceId'> | undefined,
  ): Promise<DeskValues> {
    const parents = parentsOf(record);
    const ids = await this.links.salesforceIds(parents);
    const idOf = (object: 'customer' | 'company') => {
      const parent = parents.find((one) => one.object === object);
      return parent && ids.get(`${object}:${parent.deskId}`);
    };
    const has = (object: 'customer' | 'company') => parents.some((parent) => parent.object === object);
    const knownDescription = link?.base['description'] === null;
    return deskValues(
      record,
      { customer: has('customer') ? idOf('customer') : null, company: has('company') ? idOf('company') : null },
      { pairs, knownDescription },
    );
  }
}
