import { describe, expect, it } from 'vitest';
import { nextAfterFailure, type Failure } from './failure-plan.ts';
import { nextPullStep, type PullFacts } from './pull-plan.ts';
import { nextPushStep, type PushFacts } from './push-plan.ts';
import { standardPairs } from './standard-pairs.ts';
import { bury, freeze, linkTo, NEW_LINK, unlink, type SalesforceRow } from './sync-link.ts';
import { SYNC_POLICY } from './sync-policy.ts';

const ID = '003000000000001AAA';
const row: SalesforceRow = {
  ...{ id: ID, stamp: 5_000, readAt: 9_000, deleted: false, mergedInto: null, deskId: null, by: null },
  values: { title: 'Buyer' },
};
const settings = { create: true, update: true, recreate: false, conditionsMet: true, matches: true };
const frozen = freeze(NEW_LINK, { title: 'Buyer' });

const push = (given: Partial<PushFacts>) =>
  nextPushStep(
    {
      exists: true,
      link: null,
      settings,
      parents: 'ready',
      externalIds: true,
      sendable: true,
      salesforceNow: 60_000,
      run: {},
      ...given,
    },
    SYNC_POLICY,
  );

describe('A new record of the desk', () => {
  it.each<[string, Partial<PushFacts>, object]>([
    ['is looked for in Salesforce first', {}, { do: 'match' }],
    [
      'is linked to the only one that matches',
      { run: { matches: [{ salesforceId: ID, linked: false }] } },
      { do: 'link' },
    ],
    [
      'is left to a person when several match',
      {
        run: {
          matches: [
            { salesforceId: ID, linked: false },
            { salesforceId: '2', linked: false },
          ],
        },
      },
      { do: 'give up', code: 'several-matches' },
    ],
    [
      'is left to a person when another one is linked to its match',
      { run: { matches: [{ salesforceId: ID, linked: true }] } },
      { do: 'give up', code: 'match-linked-elsewhere' },
    ],
    ['is frozen before it is sent', { run: { matches: [] } }, { do: 'freeze' }],
    ['is sent at once when nobody can have sent it', { link: frozen, run: { froze: true } }, { do: 'create' }],
    ['is looked up first when somebody may have sent it', { link: frozen }, { do: 'look up', by: 'external id' }],
    [
      'is looked up by what was sent in an organisation without a field for ids',
      { link: frozen, externalIds: false },
      { do: 'look up', by: 'payload' },
    ],
    [
      'is adopted when it is there already',
      { link: frozen, run: { found: [{ salesforceId: ID, deleted: false }] } },
      { do: 'adopt', because: 'found' },
    ],
    [
      'is frozen anew when not all that is frozen can be sent any more, and nothing was made of it',
      { link: frozen, sendable: false, run: { found: [] } },
      { do: 'freeze' },
    ],
    [
      'is adopted as it was sent, though not all of that could be sent any more',
      { link: frozen, sendable: false, run: { found: [{ salesforceId: ID, deleted: false }] } },
      { do: 'adopt', because: 'found' },
    ],
    [
      'stays deleted when somebody has deleted it there',
      { link: frozen, run: { found: [{ salesforceId: ID, deleted: true }] } },
      { do: 'bury', side: 'salesforce' },
    ],
    ['waits for its company', { parents: 'coming' }, { do: 'wait', because: 'parent' }],
    [
      'stays here when its conditions say so',
      { settings: { ...settings, conditionsMet: false } },
      { do: 'forget', because: 'conditions' },
    ],
    [
      'stays here when new ones do not go',
      { settings: { ...settings, create: false } },
      { do: 'forget', because: 'switched-off' },
    ],
    ['that was deleted before it went is forgotten', { exists: false }, { do: 'forget', because: 'deleted' }],
    [
      'that was deleted before its answer came is looked for all the same',
      { exists: false, link: frozen },
      { do: 'look up', by: 'external id' },
    ],
    [
      'that was deleted before its answer came leaves a tombstone beside what was made',
      { exists: false, link: frozen, run: { found: [{ salesforceId: ID, deleted: false }] } },
      { do: 'bury', side: 'desk', salesforceId: ID },
    ],
    [
      'that was deleted while it was being made leaves a tombstone beside it',
      { exists: false, link: frozen, run: { froze: true, created: ID } },
      { do: 'bury', side: 'desk', salesforceId: ID },
    ],
  ])('%s', (_name, given, step) => expect(push(given)).toMatchObject(step));
});

describe('An edit at the desk', () => {
  const link = linkTo(ID);
  it.each<[string, Partial<PushFacts>, object]>([
    ['reads what Salesforce has', {}, { do: 'read', salesforceId: ID }],
    ['is merged with it', { run: { row } }, { do: 'merge' }],
    ['is done when nothing differs', { run: { row, toSalesforce: {} } }, { do: 'finish' }],
    ['is remembered before it is sent', { run: { row, toSalesforce: { title: 'x' } } }, { do: 'promise' }],
    [
      'is sent on condition that nobody changed the record since',
      { run: { row, toSalesforce: { title: 'x' }, promised: true } },
      { do: 'patch', unmodifiedSince: 5_000 },
    ],
    [
      'waits when the record was changed a moment ago',
      { salesforceNow: 8_000, run: { row, toSalesforce: { title: 'x' } } },
      { do: 'wait', ms: 2_000 },
    ],
    [
      'is agreed once it was taken',
      { run: { row, toSalesforce: { title: 'x' }, promised: true, patched: true } },
      { do: 'agree' },
    ],
    ['finds out that the record is gone', { run: { row: 'gone' } }, { do: 'bury', side: 'salesforce' }],
    ['does not go to what was taken apart', { link: unlink(link) }, { do: 'forget', because: 'unlinked' }],
    ['goes on when its record is out of the trash again', { link: bury(link, 'desk', {}) }, { do: 'revive' }],
    [
      'does not make a deleted record again',
      { link: bury(link, 'salesforce', {}) },
      { do: 'forget', because: 'deleted' },
    ],
    [
      'makes a deleted record again where that is wanted',
      { link: bury(link, 'salesforce', {}), settings: { ...settings, recreate: true } },
      { do: 'start over' },
    ],
    ['to a record that was deleted here leaves a tombstone', { exists: false }, { do: 'bury', side: 'desk' }],
    [
      'stays here while its conditions are not met',
      { settings: { ...settings, conditionsMet: false } },
      { do: 'forget', because: 'conditions' },
    ],
  ])('%s', (_name, given, step) => expect(push({ link, ...given })).toMatchObject(step));
});

const pull = (given: Partial<PullFacts>) =>
  nextPullStep({ row, link: null, deskRecordExists: false, settings, run: {}, ...given });

describe('A record of Salesforce', () => {
  const link = linkTo(ID);
  const deleted = { ...row, deleted: true };
  it.each<[string, Partial<PullFacts>, object]>([
    ['that is new is looked for at the desk', {}, { do: 'match' }],
    ['that nobody knows is made here', { run: { matches: [] } }, { do: 'create', anew: false }],
    [
      'is linked to the only one that matches',
      { run: { matches: [{ deskId: 7, linked: false }] } },
      { do: 'link', deskId: 7 },
    ],
    [
      'is left to a person when several match',
      {
        run: {
          matches: [
            { deskId: 7, linked: false },
            { deskId: 8, linked: false },
          ],
        },
      },
      { do: 'report', code: 'several-matches' },
    ],
    [
      'stays there when its conditions say so',
      { settings: { ...settings, conditionsMet: false } },
      { do: 'ignore', because: 'conditions' },
    ],
    ['that was edited is merged', { link }, { do: 'merge' }],
    ['that the desk made is recognised before the answer came', { link: frozen }, { do: 'adopt' }],
    ['that was deleted leaves the one of the desk', { link, row: deleted }, { do: 'bury', because: 'deleted' }],
    ['that nobody knew and that is gone is nothing', { row: deleted }, { do: 'ignore', because: 'deleted' }],
    ['that comes back is linked again', { link: bury(link, 'salesforce', {}) }, { do: 'revive' }],
    [
      'that was merged is looked for in the other one',
      { link, row: { ...deleted, mergedInto: 'W' } },
      { do: 'look for the winner' },
    ],
    [
      'that was merged moves there',
      { link, row: { ...deleted, mergedInto: 'W' }, run: { winnerLinked: false } },
      { do: 'move', salesforceId: 'W' },
    ],
    [
      'that was merged into a linked one is told of',
      { link, row: { ...deleted, mergedInto: 'W' }, run: { winnerLinked: true } },
      { do: 'bury', because: 'merged-into-linked' },
    ],
    [
      'does not bring back what was deleted here',
      { link: bury(link, 'desk', {}) },
      { do: 'ignore', because: 'deleted' },
    ],
    [
      'brings back what was deleted here where that is wanted',
      { link: bury(link, 'desk', { stamp: 4_000 }), settings: { ...settings, recreate: true } },
      { do: 'create', anew: true },
    ],
    ['is not heard of after it was taken apart', { link: unlink(link) }, { do: 'ignore', because: 'unlinked' }],
    [
      'is not believed when it was read before',
      { link: { ...link, seenAt: 9_001 } },
      { do: 'ignore', because: 'stale' },
    ],
    [
      'carries an id whose record is linked elsewhere',
      { link: linkTo('003000000000002AAA') },
      { do: 'ignore', because: 'linked-elsewhere' },
    ],
  ])('%s', (_name, given, step) => expect(pull(given)).toMatchObject(step));
});

describe('An error of Salesforce', () => {
  const failure: Failure = {
    ...{ attempts: 0, call: 'patch', sent: ['title', 'email'], chance: 0 },
    error: { code: 'UNABLE_TO_LOCK_ROW', message: '', fields: [], matches: [] },
    pairs: standardPairs('customer', { personAccounts: false }),
  };
  const after = (code: string, given: Partial<Failure> & { fields?: string[]; matches?: string[] } = {}) =>
    nextAfterFailure({
      ...failure,
      ...given,
      error: { code, message: '', fields: given.fields ?? [], matches: given.matches ?? [] },
    });

  it.each<[string, ReturnType<typeof after>, object]>([
    ['that passes is waited for', after('UNABLE_TO_LOCK_ROW'), { do: 'retry', ms: 1_000, class: 'transient' }],
    [
      'is waited for longer each time',
      after('ERROR_HTTP_503', { attempts: 3, chance: 0.5 }),
      { do: 'retry', ms: 12_000 },
    ],
    [
      'is for a person after eight times',
      after('QUERY_TIMEOUT', { attempts: 7 }),
      { do: 'give up', class: 'transient' },
    ],
    ['that nobody knows is tried again', after('SOMETHING_NEW'), { do: 'retry', class: 'transient' }],
    ['of a record that was changed meanwhile leads to another look', after('ERROR_HTTP_412'), { do: 'again' }],
    ['of the session waits for a person to sign in', after('INVALID_SESSION_ID'), { do: 'pause', ms: null }],
    ['of the day’s calls waits a quarter of an hour', after('REQUEST_LIMIT_EXCEEDED'), { do: 'pause', ms: 900_000 }],
    [
      'of the day’s calls waits an hour at most',
      after('REQUEST_LIMIT_EXCEEDED', { attempts: 6 }),
      { do: 'pause', ms: 3_600_000 },
    ],
    [
      'of one field lets the others go',
      after('INVALID_EMAIL_ADDRESS', { fields: ['Email'] }),
      { do: 'hold', fields: ['email'] },
    ],
    [
      'of the whole record is for a person',
      after('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'),
      { do: 'give up', class: 'data' },
    ],
    [
      'of a field that is gone turns its mapping off',
      after('INVALID_FIELD', { fields: ['Title'] }),
      { do: 'disable', fields: ['title'] },
    ],
    [
      'of a duplicate links the only one',
      after('DUPLICATES_DETECTED', { call: 'create', matches: [ID] }),
      { do: 'link', salesforceId: ID },
    ],
    [
      'of several duplicates is for a person',
      after('DUPLICATES_DETECTED', { call: 'create', matches: [ID, 'b'] }),
      { do: 'give up' },
    ],
    ['of an id that is taken finds what was made', after('DUPLICATE_VALUE', { call: 'create' }), { do: 'look up' }],
    ['of what is gone leaves a tombstone', after('ENTITY_IS_DELETED'), { do: 'bury' }],
    [
      'of a reference to what is gone is about its field',
      after('INVALID_CROSS_REFERENCE_KEY', { fields: ['Title'] }),
      { do: 'hold' },
    ],
    [
      'of a field that is refused though it is there rests with the record',
      after('INSUFFICIENT_ACCESS_OR_READONLY', { fields: ['Title'], described: true }),
      { do: 'hold', fields: ['title'] },
    ],
    [
      'of a field that nobody names leads to another look at all of them',
      after('INVALID_FIELD', { call: 'read' }),
      { do: 'disable', fields: [] },
    ],
    [
      'of a field that nobody names is for a person after that',
      after('INVALID_FIELD', { call: 'read', described: true }),
      { do: 'give up', class: 'config' },
    ],
    [
      'of an organisation that is closed waits',
      after('API_DISABLED_FOR_ORG'),
      { do: 'pause', ms: 900_000, class: 'config' },
    ],
    [
      'of space waits an hour',
      after('STORAGE_LIMIT_EXCEEDED', { call: 'create' }),
      { do: 'pause', ms: 3_600_000, class: 'storage' },
    ],
  ])('%s', (_name, step, expected) => expect(step).toMatchObject(expected));
});
