import { Injectable } from '@nestjs/common';
import type { DeskRecord as DeskValues, FieldPair } from '@bureau/domain';
import { LinkRepository, type StoredLink } from '../link/link.repository.ts';
import type { DeskRecord } from './desk-record.queries.ts';
import { deskValues, parentsOf, type LinkedParents } from './desk-values.ts';

type KnownLink = Pick<StoredLink, 'base' | 'salesforceId'>;

/** A record of the desk as it is compared: the records that it points to by their ids in Salesforce. */
@Injectable()
export class ReadDeskValues {
  constructor(private readonly links: LinkRepository) {}

  /** Of a record that it points to and that is not linked, nothing is said. */
  async of(pairs: readonly FieldPair[], record: DeskRecord, link: KnownLink | undefined): Promise<DeskValues> {
    const values = await this.ofMany(pairs, [record], () => link);
    return values.get(record.id) ?? {};
  }

  /** Of records of one object, by their ids at the desk; `linkOf`: what is known of one and its counterpart. */
  async ofMany(
    pairs: readonly FieldPair[],
    records: readonly DeskRecord[],
    linkOf: (record: DeskRecord) => KnownLink | undefined,
  ): Promise<Map<number, DeskValues>> {
    const ids = await this.links.salesforceIds(records.flatMap(parentsOf));
    return new Map(
      records.map((record) => {
        const knownDescription = linkOf(record)?.base['description'] === null;
        return [record.id, deskValues(record, linkedParents(record, ids), { pairs, knownDescription })];
      }),
    );
  }
}

/** `ids`: in Salesforce, by `object:deskId`. */
function linkedParents(record: DeskRecord, ids: ReadonlyMap<string, string>): LinkedParents {
  const parents = parentsOf(record);
  const idOf = (object: 'customer' | 'company') => {
    const parent = parents.find((one) => one.object === object);
    return parent ? ids.get(`${object}:${parent.deskId}`) : null;
  };
  return { customer: idOf('customer'), company: idOf('company') };
}
