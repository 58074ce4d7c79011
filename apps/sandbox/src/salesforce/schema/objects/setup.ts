import { checkbox, email, field, picklist, reference, text } from '../field.ts';
import { setupObject, type SfObject } from '../object.ts';

/** The organisation itself: who works there, which kinds of records there are, who may what. */
export function setupObjects(): SfObject[] {
  return [user(), group(), organization(), recordType(), caseStatus(), ...permissions()];
}

function user(): SfObject {
  return setupObject({
    name: 'User',
    keyPrefix: '005',
    fields: [
      text('Username', 80, { nillable: false }),
      text('LastName', 80, { nillable: false }),
      text('FirstName', 40),
      text('Name', 121, { nameField: true, nillable: false }),
      text('Alias', 8),
      email('Email', { nillable: false }),
      text('Title', 80),
      checkbox('IsActive', { label: 'Active' }),
      picklist('UserType', ['Standard', 'AutomatedProcess'], { restricted: true }),
      text('ProfileName__c', 80, { label: 'Profile' }),
    ],
  });
}

function group(): SfObject {
  return setupObject({
    name: 'Group',
    keyPrefix: '00G',
    fields: [
      text('Name', 40, { nameField: true, nillable: false }),
      text('DeveloperName', 80),
      picklist('Type', ['Regular', 'Queue', 'Role'], { nillable: false }),
    ],
  });
}

function organization(): SfObject {
  return setupObject({
    name: 'Organization',
    keyPrefix: '00D',
    fields: [
      text('Name', 80, { nameField: true, nillable: false }),
      picklist('OrganizationType', ['Developer Edition', 'Professional Edition', 'Enterprise Edition']),
      checkbox('IsSandbox'),
      text('InstanceName', 5),
      picklist('LanguageLocaleKey', ['en_US', 'en_GB', 'de']),
      picklist('TimeZoneSidKey', ['Europe/London', 'Europe/Berlin', 'America/Los_Angeles']),
    ],
  });
}

function recordType(): SfObject {
  return setupObject({
    name: 'RecordType',
    keyPrefix: '012',
    fields: [
      text('Name', 80, { nameField: true, nillable: false }),
      text('DeveloperName', 80, { nillable: false }),
      text('Description', 255),
      picklist('SobjectType', ['Account', 'Case'], { nillable: false }),
      checkbox('IsActive', { label: 'Active' }),
      checkbox('IsPersonType', { feature: 'person-accounts' }),
    ],
  });
}

function caseStatus(): SfObject {
  return setupObject({
    name: 'CaseStatus',
    keyPrefix: '01J',
    virtual: true,
    fields: [
      text('MasterLabel', 255, { nillable: false }),
      text('ApiName', 255, { nillable: false }),
      field('SortOrder', 'int', { precision: 9 }),
      checkbox('IsDefault', { label: 'Default' }),
      checkbox('IsClosed', { label: 'Closed' }),
    ],
  });
}

function permissions(): SfObject[] {
  const rights = ['Create', 'Read', 'Edit', 'Delete', 'ViewAllRecords', 'ModifyAllRecords'];
  return [
    setupObject({
      name: 'PermissionSet',
      keyPrefix: '0PS',
      virtual: true,
      fields: [
        text('Name', 80, { nameField: true, nillable: false }),
        text('Label', 80),
        checkbox('IsOwnedByProfile'),
        checkbox('PermissionsApiEnabled'),
        checkbox('PermissionsEditCaseComments'),
      ],
    }),
    setupObject({
      name: 'PermissionSetAssignment',
      keyPrefix: '0Pa',
      virtual: true,
      fields: [reference('PermissionSetId', ['PermissionSet']), reference('AssigneeId', ['User'])],
    }),
    setupObject({
      name: 'ObjectPermissions',
      keyPrefix: '110',
      virtual: true,
      fields: [
        reference('ParentId', ['PermissionSet']),
        text('SobjectType', 40),
        ...rights.map((right) => checkbox(`Permissions${right}`)),
      ],
    }),
    setupObject({
      name: 'FieldPermissions',
      keyPrefix: '01k',
      virtual: true,
      fields: [
        reference('ParentId', ['PermissionSet']),
        text('SobjectType', 40),
        text('Field', 255),
        checkbox('PermissionsRead'),
        checkbox('PermissionsEdit'),
      ],
    }),
  ];
}
