import { Injectable } from '@nestjs/common';
import type { SyncObject } from '@bureau/contracts';
import type { FieldPair, FieldProblem, SyncValues } from '@bureau/domain';
import { LinkRepository } from '../link/link.repository.ts';

/** The desk's names of the fields that point to other records. */
const POINTS_TO: Readonly<Record<string, SyncObject>> = { customer: 'customer', company: 'company' };

/** Finds the values of Salesforce that the desk cannot take because they point to records that are not linked. */
@Injectable()
export class NotLinked {
  constructor(private readonly links: LinkRepository) {}

  async of(pairs: readonly FieldPair[], values: SyncValues): Promise<Record<string, FieldProblem>> {
    const missing: Record<string, FieldProblem> = {};
    for (const { deskField, direction } of pairs) {
      const object = POINTS_TO[deskField];
      const id = values[deskField];
      if (!object || direction === 'to_salesforce' || typeof id !== 'string') continue;
      if (!(await this.links.ofSalesforce(object, id))) missing[deskField] = 'record-not-linked';
    }
    return missing;
  }
}
