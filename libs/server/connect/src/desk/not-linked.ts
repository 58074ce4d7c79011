import { Injectable } from '@nestjs/common';
import type { SyncObject } from '@bureau/contracts';
import type { FieldPair, FieldProblem, SyncValues } from '@bureau/domain';
import { LinkRepository } from '../link/link.repository.ts';

/** The desk's names of the fields that point to other records. */
const POINTS_TO: Readonly<Record<string, SyncObject>> = { customer: 'customer', company: 'company' };

type Missing = Record<string, FieldProblem>;

/** Finds the values of Salesforce that point to records which the desk does not have: not linked, or deleted there. */
@Injectable()
export class NotLinked {
  constructor(private readonly links: LinkRepository) {}

  /** Fields that name a company which was deleted at the desk, of each of the values. */
  async deletedHere(pairs: readonly FieldPair[], all: readonly SyncValues[]): Promise<ReadonlySet<string>[]> {
    const fields = pairs.map(({ deskField }) => deskField).filter((field) => POINTS_TO[field] === 'company');
    const named = all.flatMap((values) => fields.flatMap((field) => idsIn(values[field])));
    const deleted = await this.links.deletedCompanies([...new Set(named)]);
    return all.map((values) => new Set(fields.filter((field) => idsIn(values[field]).some((id) => deleted.has(id)))));
  }

  /** Fields that the desk cannot take. */
  async of(pairs: readonly FieldPair[], values: SyncValues): Promise<Missing> {
    const [missing] = await this.ofMany(pairs, [values]);
    return missing ?? {};
  }

  /** In the order of the values: one statement for each object that they may point to. */
  async ofMany(pairs: readonly FieldPair[], all: readonly SyncValues[]): Promise<Missing[]> {
    const missing = all.map((): Missing => ({}));
    for (const { deskField, direction } of pairs) {
      const object = POINTS_TO[deskField];
      if (!object || direction === 'to_salesforce') continue;
      const ids = all.flatMap(({ [deskField]: id }) => (typeof id === 'string' ? [id] : []));
      const linked = await this.links.linked(object, [...new Set(ids)]);
      for (const [index, { [deskField]: id }] of all.entries()) {
        const of = missing[index];
        if (of && typeof id === 'string' && !linked.has(id)) of[deskField] = 'record-not-linked';
      }
    }
    return missing;
  }
}

function idsIn(value: SyncValues[string] | undefined): string[] {
  return typeof value === 'string' ? [value] : [];
}
