import type { Org } from '../org.ts';
import { rightsOn } from '../rights.ts';
import type { SfObject } from '../schema/object.ts';
import { entityIsDeleted, insufficientAccess, notFound, SfError } from '../sf-error.ts';
import { idIn, textOf, type Row } from '../value.ts';
import type { By } from './by.ts';
import { checkValues } from './check-values.ts';
import { assigned, defaultsOf, derive, numbered } from './derive.ts';
import { asPersonOrCompany, shadowOf } from './person-account.ts';
import { readValues } from './read-values.ts';
import { findDuplicates, flow, validate } from './rules.ts';

type Given = { object: SfObject; given: Record<string, unknown>; csv?: boolean };

/** Makes a record and returns it; throws the first thing that stands in the way. */
export function insert(org: Org, by: By, { object, given, csv }: Given): Row {
  return org.records.atomically(() => {
    if (!object.createable) throw notCreatable(object);
    if (!rightsOn(org, by.user, object).create) throw insufficientAccess();
    const values = readValues(org, by, { object, given, creating: true, csv });
    org.failures.meet({ operation: 'create', object: object.name, fields: Object.keys(values) });

    const user = idIn(by.user);
    const born = { CreatedDate: by.stamp, CreatedById: user, LastModifiedDate: by.stamp, LastModifiedById: user };
    const id = org.records.newId(object);
    const row = { Id: id, IsDeleted: false, ...born, SystemModstamp: by.stamp, ...defaultsOf(object, by), ...values };
    return settle(org, by, { object, row: numbered(org, object, row), before: undefined, given: values });
  });
}

/** Changes a record and returns it; every change gets a stamp, also one to the same values. */
export function update(org: Org, by: By, { object, id, given, csv }: Given & { id: string }): Row {
  return org.records.atomically(() => {
    const before = existing(org, object, id);
    if (!rightsOn(org, by.user, object).edit) throw insufficientAccess();
    const values = readValues(org, by, { object, given, creating: false, csv });
    org.failures.meet({ operation: 'update', object: object.name, fields: Object.keys(values) });

    const row = { ...before, ...values, ...stamped(by) };
    return settle(org, by, { object, row, before, given: values });
  });
}

/** A record of this kind that is there; throws when it is deleted or never was. */
export function existing(org: Org, object: SfObject, id: string): Row {
  const row = org.records.get(object.name, id);
  if (!row) throw notFound();
  if (row['IsDeleted'] === true) throw entityIsDeleted();
  return row;
}

export function stamped(by: By): Row {
  return { LastModifiedDate: by.stamp, LastModifiedById: idIn(by.user), SystemModstamp: by.stamp };
}

type Draft = { object: SfObject; row: Row; before: Row | undefined; given: Row };

/** Rules, then what follows from them, then the record is kept. */
function settle(org: Org, by: By, { object, row, before, given }: Draft): Row {
  org.locks.need([idIn(row), ...parentsOf(object, row)]);
  const kind = asPersonOrCompany(org, { object, row, given });
  const first = derive(org, object, { row: kind, before });
  checkValues(org, { object, row: first, before });
  validate(org, { object, row: first, before });
  findDuplicates(org, by, { object, row: first, before });

  const flowed = assigned(object, flow(org, { object, row: first, before }), by);
  const last = derive(org, object, { row: flowed, before });
  checkValues(org, { object, row: last, before });
  if (by.viaApi) org.tell(`The app ${before ? 'changed' : 'made'} ${object.label} ${idIn(last)}.`);
  return keep(org, object, last);
}

/** Writing a child takes the lock of its parents, too. */
function parentsOf(object: SfObject, row: Row): string[] {
  const parents = object.fields.filter(({ name }) => ['AccountId', 'ParentId', 'WhatId'].includes(name));
  return parents.map(({ name }) => textOf(row[name])).filter((id) => id !== '');
}

function keep(org: Org, object: SfObject, row: Row): Row {
  const contacts = org.schema.object('Contact');
  const shadow =
    object.name === 'Account' && contacts ? shadowOf(org, row, () => org.records.newId(contacts)) : undefined;
  if (!shadow) return org.records.put(object.name, row);
  org.records.put('Contact', shadow);
  return org.records.put(object.name, { ...row, PersonContactId: idIn(shadow) });
}

function notCreatable(object: SfObject): SfError {
  return new SfError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type ${object.name} does not support create`, {
    fields: [],
  });
}
