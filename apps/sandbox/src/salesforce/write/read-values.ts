import { z } from 'zod';
import type { Org } from '../org.ts';
import { accessTo, visibleField } from '../rights.ts';
import type { Field } from '../schema/field.ts';
import type { SfObject } from '../schema/object.ts';
import { invalidField, SfError } from '../sf-error.ts';
import { idIn, textOf, type Row, type Value } from '../value.ts';
import type { By } from './by.ts';
import { readCell, readValue } from './read-value.ts';

export type Wanted = { object: SfObject; given: Record<string, unknown>; creating: boolean; csv?: boolean };

const Reference = z.record(z.string(), z.string());

/** The fields somebody wants to write, by their real names; throws for those that are not there or not theirs to write. */
export function readValues(org: Org, by: By, wanted: Wanted): Row {
  const { object, given, creating, csv = false } = wanted;
  const values: Record<string, Value> = {};
  const forbidden: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (name === 'attributes') continue;
    const field = visibleField(org, by.user, { object, name });
    const parent = field ? undefined : parentBy(object, name);
    const written = field ?? parent;
    if (!written) throw invalidField(object.name, name);
    if (!mayWrite(org, by, { object, field: written, creating })) forbidden.push(written.name);
    else if (parent) values[parent.name] = parentId(org, parent, value);
    else {
      const read = csv ? readCell(written, textOf(asCell(value))) : readValue(written, value);
      if (read !== undefined) values[written.name] = read;
    }
  }
  if (forbidden.length > 0) {
    const words = `Unable to create/update fields: ${forbidden.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`;
    throw new SfError('INVALID_FIELD_FOR_INSERT_UPDATE', words, { fields: forbidden });
  }
  return values;
}

function asCell(value: unknown): Value {
  return typeof value === 'string' ? value : null;
}

function mayWrite(org: Org, by: By, where: { object: SfObject; field: Field; creating: boolean }): boolean {
  const { object, field, creating } = where;
  return (creating ? field.createable : field.updateable) && accessTo(org, by.user, { object, field }) === 'edit';
}

/** `Account: {Desk_Id__c: …}` names a parent by its external id. */
function parentBy(object: SfObject, name: string): Field | undefined {
  return object.fields.find((field) => field.relationshipName?.toLowerCase() === name.toLowerCase());
}

function parentId(org: Org, field: Field, given: unknown): Value {
  const named = Reference.safeParse(given);
  const [key, value] = Object.entries(named.data ?? {}).find(([name]) => name !== 'attributes') ?? [];
  for (const type of field.referenceTo) {
    const object = org.schema.object(type);
    const external = object && key !== undefined ? org.schema.field(object, key) : undefined;
    if (!object || !external?.externalId || value === undefined) continue;
    const found =
      org.records.having(object.name, external.name, value)?.filter((row) => row['IsDeleted'] !== true) ?? [];
    const [only] = found;
    if (only && found.length === 1) return idIn(only);
    const words = `Foreign key external ID: ${value} not found for field ${external.name} in entity ${object.name}`;
    throw new SfError('INVALID_FIELD', words);
  }
  throw new SfError('INVALID_FIELD', `The relationship ${field.relationshipName ?? field.name} needs an external id.`);
}
