import { idOf } from '../ids.ts';
import type { Org } from '../org.ts';
import { accessTo, rightsOn } from '../rights.ts';
import type { SfObject } from '../schema/object.ts';
import { idIn, textOf, type Row } from '../value.ts';
import { CLOSED_STATUSES } from '../write/derive.ts';

/** What the organisation knows about itself and nobody wrote: statuses, and who may what. */
export function virtualRows(org: Org, object: SfObject): Row[] {
  const rows = drafts(org, object.name);
  return rows.map((row, index) => ({ Id: idOf(object.keyPrefix, index + 1), IsDeleted: false, ...row }));
}

function drafts(org: Org, name: string): Row[] {
  switch (name) {
    case 'CaseStatus':
      return caseStatuses(org);
    case 'PermissionSet':
      return org.users().map((user) => ({
        Name: `X00${idIn(user).slice(3)}`,
        Label: user['ProfileName__c'] ?? null,
        IsOwnedByProfile: true,
        PermissionsApiEnabled: org.setup.get().apiEnabled,
        PermissionsEditCaseComments: isAdministrator(user),
      }));
    case 'PermissionSetAssignment':
      return org.users().map((user, index) => ({ PermissionSetId: permissionSet(index), AssigneeId: idIn(user) }));
    case 'ObjectPermissions':
      return org.users().flatMap((user, index) => objectPermissions(org, user, permissionSet(index)));
    case 'FieldPermissions':
      return org.users().flatMap((user, index) => fieldPermissions(org, user, permissionSet(index)));
    default:
      return [];
  }
}

function permissionSet(index: number): string {
  return idOf('0PS', index + 1);
}

function isAdministrator(user: Row): boolean {
  return user['ProfileName__c'] === 'System Administrator';
}

function caseStatuses(org: Org): Row[] {
  const object = org.schema.object('Case');
  const status = object && org.schema.field(object, 'Status');
  return (status?.choices ?? []).map(({ value, label, isDefault }, index) => ({
    MasterLabel: label,
    ApiName: value,
    SortOrder: index + 1,
    IsDefault: isDefault,
    IsClosed: CLOSED_STATUSES.includes(value),
  }));
}

function objectPermissions(org: Org, user: Row, ParentId: string): Row[] {
  const all = isAdministrator(user);
  return org.schema
    .objects()
    .filter((object) => object.createable)
    .map((object) => {
      const rights = rightsOn(org, user, object);
      return {
        ParentId,
        SobjectType: object.name,
        PermissionsCreate: rights.create,
        PermissionsRead: rights.read,
        PermissionsEdit: rights.edit,
        PermissionsDelete: rights.delete,
        PermissionsViewAllRecords: all && rights.read,
        PermissionsModifyAllRecords: all && rights.edit,
      };
    })
    .filter(({ PermissionsRead }) => PermissionsRead);
}

/** Only fields whose visibility can be set at all; `Case.Subject` is `Field`. */
function fieldPermissions(org: Org, user: Row, ParentId: string): Row[] {
  return org.schema
    .objects()
    .filter((object) => object.createable)
    .flatMap((object) =>
      object.fields
        .filter((field) => field.nillable && !field.nameField)
        .map((field) => ({ field, access: accessTo(org, user, { object, field }) }))
        .filter(({ access }) => access !== 'none')
        .map(({ field, access }) => ({
          ParentId,
          SobjectType: object.name,
          Field: `${object.name}.${textOf(field.name)}`,
          PermissionsRead: true,
          PermissionsEdit: access === 'edit' && field.updateable,
        })),
    );
}
