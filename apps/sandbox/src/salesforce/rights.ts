import type { Org } from './org.ts';
import type { Field } from './schema/field.ts';
import type { SfObject } from './schema/object.ts';
import type { Access, ObjectRights } from './settings.ts';
import { textOf, type Row } from './value.ts';

const EVERYTHING: ObjectRights = { read: true, create: true, edit: true, delete: true };

/** What a user may do with records of a kind. */
export function rightsOn(org: Org, user: Row, object: SfObject): ObjectRights {
  const given = org.setup.get().objectRights[textOf(user['Username'])]?.[object.name] ?? EVERYTHING;
  return {
    read: given.read,
    create: given.read && given.create && object.createable,
    edit: given.read && given.edit && object.updateable,
    delete: given.read && given.delete && object.deletable,
  };
}

/** What a user sees of a field (field-level security); what nobody may write is at most read. */
export function accessTo(org: Org, user: Row, where: { object: SfObject; field: Field }): Access {
  const { object, field } = where;
  if (field.name === 'Id' || field.nameField || !field.nillable) return 'edit';
  return org.setup.get().fieldAccess[textOf(user['Username'])]?.[`${object.name}.${field.name}`] ?? 'edit';
}

/** A kind of record by its name, if this user sees it at all. */
export function visibleObject(org: Org, user: Row, name: string): SfObject | undefined {
  const object = org.schema.object(name);
  return object && rightsOn(org, user, object).read ? object : undefined;
}

/** A field by its name, if this user sees it. */
export function visibleField(org: Org, user: Row, where: { object: SfObject; name: string }): Field | undefined {
  const field = org.schema.field(where.object, where.name);
  return field && accessTo(org, user, { object: where.object, field }) !== 'none' ? field : undefined;
}

export function visibleFields(org: Org, user: Row, object: SfObject): Field[] {
  return object.fields.filter((field) => accessTo(org, user, { object, field }) !== 'none');
}
