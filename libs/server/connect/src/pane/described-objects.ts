import { Injectable } from '@nestjs/common';
import type { PaneSection } from '@bureau/contracts';
import { Descriptions, type Description, type SalesforceRecords } from '../salesforce/index.ts';
import { relationsOf, type Described } from './pane-query.ts';

/** An object with whatever a section names of the records that it points to. */
@Injectable()
export class DescribedObjects {
  constructor(private readonly descriptions: Descriptions) {}

  /** Throws SalesforceFailure, SalesforceUnavailable. */
  async of(
    records: SalesforceRecords,
    section: Pick<PaneSection, 'salesforceObject' | 'fields' | 'match' | 'sort'>,
  ): Promise<Described> {
    const object = await this.descriptions.of(records, section.salesforceObject);
    const related = new Map<string, Description>();
    for (const relation of relationsOf(section)) {
      const field = object.fields.find(({ relationshipName }) => relationshipName === relation);
      // Of an owner, who may be a queue as well, the user is looked at: its fields are a superset.
      const target = field?.referenceTo.includes('User') ? 'User' : field?.referenceTo[0];
      if (target !== undefined) related.set(relation, await this.descriptions.of(records, target));
    }
    return { object, related };
  }
}
