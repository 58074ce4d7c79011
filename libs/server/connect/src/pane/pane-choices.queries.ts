import { Injectable } from '@nestjs/common';
import type { PaneField, PaneObject } from '@bureau/contracts';
import { ProblemError } from '@bureau/platform';
import { forPeople } from '../salesforce/for-people.ts';
import { Descriptions, SalesforceClients, type Description } from '../salesforce/index.ts';
import { withoutId } from './pane-query.ts';

/** Objects that are there for machines: their change events, histories, shares and feeds. */
const FOR_MACHINES = /(ChangeEvent|History|Share|Feed|Tag|__e)$/;

/** Objects whose records are called by a number or a subject. */
const NAMELESS = new Set(['Case', 'Task', 'Event', 'CaseComment', 'EmailMessage']);

/** What sections of the pane can be made of, as the user that the desk is there sees it. */
@Injectable()
export class PaneChoicesQueries {
  constructor(
    private readonly clients: SalesforceClients,
    private readonly descriptions: Descriptions,
  ) {}

  /** By their labels. Throws salesforce.not-connected, salesforce.reconnect, salesforce.unavailable. */
  objects(): Promise<PaneObject[]> {
    return forPeople(async () => {
      const all = await (await this.clients.forPeople()).describeAll();
      const shown = all.filter(({ name, queryable }) => queryable && !FOR_MACHINES.test(name));
      return shown.map(({ name, label }) => ({ name, label })).sort((a, b) => a.label.localeCompare(b.label, 'en'));
    });
  }

  /** Its own fields, then the names of the records that it points to. Throws salesforce.object-not-found besides. */
  fields(salesforceObject: string): Promise<PaneField[]> {
    return forPeople(async () => {
      const records = await this.clients.forPeople();
      const all = await records.describeAll();
      if (!all.some(({ name, queryable }) => queryable && name === salesforceObject))
        throw new ProblemError('salesforce.object-not-found');
      const object = await this.descriptions.of(records, salesforceObject);
      return [...object.fields.map(pathOf), ...object.fields.flatMap(nameBehind)];
    });
  }
}

/** What the record is called that a field points to. Cases and tasks have no name. */
function nameBehind({ relationshipName, referenceTo, label }: Description['fields'][number]): PaneField[] {
  if (relationshipName === null || referenceTo.every((object) => NAMELESS.has(object))) return [];
  return [{ path: `${relationshipName}.Name`, label: `${withoutId(label)}: Name`, type: 'string' }];
}

function pathOf({ name, label, type }: Description['fields'][number]): PaneField {
  return { path: name, label, type };
}
