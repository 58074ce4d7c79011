import type { PreflightCheck } from '@bureau/contracts';
import type { Description } from '../salesforce/index.ts';
import { hasPersonAccounts, type OrganisationFacts } from './organisation-facts.ts';
import { requiredObjects, type FieldNeed, type RequiredObject } from './required.ts';
import { fieldAccessPath, objectAccessPath } from './set-up-path.ts';

/** What the user may do with objects, their fields, and the records of others. */
export function accessChecks(facts: OrganisationFacts): PreflightCheck[] {
  const required = requiredObjects({ personAccounts: hasPersonAccounts(facts) });
  return required.flatMap((object) => {
    const description = facts.descriptions.get(object.object) ?? null;
    const found = objectCheck(object, description);
    const fields = description ? fieldChecks(object, description) : [];
    return [found, ...fields, ...(object.isExtra ? [] : [recordAccessCheck(object, facts)])];
  });
}

function objectCheck(required: RequiredObject, description: Description | null): PreflightCheck {
  const { object, sync, create, edit, isExtra } = required;
  const lacks = [
    ...(description?.queryable ? [] : ['read']),
    ...(create && !description?.createable ? ['create'] : []),
    ...(edit && !description?.updateable ? ['edit'] : []),
  ];
  const what = `Let the user ${listed(lacks)} records of ${object}.`;
  return {
    ...{ id: `object:${object}`, topic: 'object', object: sync, subject: object },
    verdict: lacks.length === 0 ? 'ok' : isExtra ? 'advice' : 'missing',
    todo: lacks.length === 0 ? null : { what, ...objectAccessPath(object) },
  };
}

function fieldChecks(required: RequiredObject, { fields }: Description): PreflightCheck[] {
  const { object, sync, isExtra } = required;
  return Object.entries(required.fields).map(([name, need]) => {
    const field = fields.find((one) => one.name === name);
    const lack = lackOf(field, need);
    const label = field?.label ?? name;
    return {
      ...{ id: `field:${object}.${name}`, topic: 'field', object: sync, subject: `${object}: ${label}` },
      verdict: lack === null ? 'ok' : isExtra ? 'advice' : 'missing',
      todo:
        lack === null
          ? null
          : { what: `Let the user ${lack} the field ${name} of ${object}.`, ...fieldAccessPath(object, label) },
    };
  });
}

/** A field that a description does not have cannot be seen. */
function lackOf(field: Description['fields'][number] | undefined, need: FieldNeed): 'see' | 'edit' | null {
  if (!field) return need === 'read' ? 'see' : 'edit';
  return need === 'edit' && !(field.createable && field.updateable) ? 'edit' : null;
}

function recordAccessCheck({ object, sync }: RequiredObject, { allRecords }: OrganisationFacts): PreflightCheck {
  const rights = allRecords?.get(object);
  const isAll = rights?.view === true && rights.modify;
  const what = `Let the user view and modify all records of ${object}, also those of others.`;
  return {
    ...{ id: `record-access:${object}`, topic: 'record-access', object: sync, subject: `${object}: all records` },
    verdict: rights === undefined ? 'unknown' : isAll ? 'ok' : 'advice',
    todo: isAll ? null : { what, ...objectAccessPath(object) },
  };
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
