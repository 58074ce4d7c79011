import { idOf } from './ids.ts';
import { people, sales, work } from './seed-records.ts';
import type { Row } from './value.ts';

export const ORG_ID = idOf('00D', 1);
export const ORG_NAME = 'Larkspur Coffee';

/** Where cases go that nobody was chosen for. */
export const DEFAULT_QUEUE = idOf('00G', 1);
export const INTEGRATION_USER = idOf('005', 1);

export const RECORD_TYPES = {
  business: idOf('012', 1),
  person: idOf('012', 2),
  support: idOf('012', 3),
  returns: idOf('012', 4),
};

/** What every organisation has from the first day: its people, queues and kinds of records. */
export function setupRecords(now: string): [string, Row][] {
  const recordType = (
    id: string,
    SobjectType: string,
    Name: string,
    DeveloperName: string,
    more: Row = {},
  ): [string, Row] => [
    'RecordType',
    complete({ Id: id, SobjectType, Name, DeveloperName, IsActive: true, ...more }, now),
  ];
  return [
    ['Organization', complete(organisation(), now)],
    ['Group', complete({ Id: DEFAULT_QUEUE, Name: 'Support', DeveloperName: 'Support', Type: 'Queue' }, now)],
    ['Group', complete({ Id: idOf('00G', 2), Name: 'Returns', DeveloperName: 'Returns', Type: 'Queue' }, now)],
    recordType(RECORD_TYPES.business, 'Account', 'Business Account', 'Business_Account'),
    recordType(RECORD_TYPES.person, 'Account', 'Person Account', 'PersonAccount', { IsPersonType: true }),
    recordType(RECORD_TYPES.support, 'Case', 'Support', 'Support'),
    recordType(RECORD_TYPES.returns, 'Case', 'Return', 'Return'),
    user(1, { Username: 'integration@larkspur.example', FirstName: 'Desk', LastName: 'Integration' }, now),
    user(2, { Username: 'erin@larkspur.example', FirstName: 'Erin', LastName: 'Sales', Title: 'Account Manager' }, now),
    user(3, { Username: 'otto@larkspur.example', FirstName: 'Otto', LastName: 'Support', Title: 'Support Agent' }, now),
  ];
}

function organisation(): Row {
  return {
    Id: ORG_ID,
    Name: ORG_NAME,
    OrganizationType: 'Enterprise Edition',
    IsSandbox: true,
    InstanceName: 'SB0',
    LanguageLocaleKey: 'en_GB',
    TimeZoneSidKey: 'Europe/London',
  };
}

const PROFILES = ['System Administrator', 'Sales', 'Support'];

function user(count: number, given: Record<string, string>, now: string): [string, Row] {
  const named = {
    Name: `${given['FirstName']} ${given['LastName']}`,
    Alias: (given['FirstName'] ?? '').toLowerCase().slice(0, 8),
    Email: given['Username'] ?? '',
    ProfileName__c: PROFILES[count - 1] ?? '',
  };
  return ['User', complete({ Id: idOf('005', count), IsActive: true, UserType: 'Standard', ...given, ...named }, now)];
}

/** Some accounts, contacts and cases to begin with. */
export function defaultRecords(now: string): [string, Row][] {
  return [...people(), ...sales(), ...work()].map(([type, row]) => [
    type,
    complete({ OwnerId: INTEGRATION_USER, ...row }, now),
  ]);
}

function complete(row: Row, now: string): Row {
  const by = INTEGRATION_USER;
  const stamps = {
    CreatedDate: now,
    CreatedById: by,
    LastModifiedDate: now,
    LastModifiedById: by,
    SystemModstamp: now,
  };
  return { IsDeleted: false, ...stamps, ...row };
}
