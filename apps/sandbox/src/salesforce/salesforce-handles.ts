import { administration } from './administration.ts';
import { signIn } from './auth/sign-in.ts';
import { SCOPES } from './auth/grants.ts';
import type { FailureInput } from './failures.ts';
import type { Org } from './org.ts';
import { needObject, needUser, personOf, seed, slowly, type Slow, type Values } from './people.ts';
import { ORG_NAME, RECORD_TYPES } from './seed.ts';
import { runQuery } from './soql/run-query.ts';
import { idIn, type Row } from './value.ts';

export type SalesforceHandles = ReturnType<typeof salesforceHandles>;

const BUSINESS = [
  'Account',
  'Contact',
  'Case',
  'CaseComment',
  'EmailMessage',
  'Task',
  'FeedItem',
  'Opportunity',
  'Machine__c',
];

/** What a test may do with Salesforce without HTTP: the same as the control plane, typed. */
export function salesforceHandles(org: Org, reset: () => void) {
  const { service } = org;
  return {
    ...service.handles(),
    ...administration(org),
    app: org.app,
    org: { id: org.id, name: ORG_NAME },
    /** The administrator whom apps usually connect as, somebody in sales, somebody in support. */
    users: { admin: 'integration@larkspur.example', sales: 'erin@larkspur.example', support: 'otto@larkspur.example' },
    recordTypes: RECORD_TYPES,
    userId: (username: string): string => idIn(needUser(org, username)),
    /** Somebody at work in Salesforce: create, edit, delete, undelete, merge, comment. */
    as: (username = 'erin@larkspur.example') => personOf(org, username),
    /** A transaction that is stamped now and seen later: after `forMs` by the clock, or when the function is called. */
    slowly: (given: { as?: string; forMs?: number; work: Slow[] }): (() => void) =>
      slowly(org, given.as ?? 'erin@larkspur.example', { forMs: given.forMs ?? Infinity, work: given.work }),
    /** Records as they are, with neither rules nor rights; their ids in the order of the rows. */
    seed: (type: string, rows: Values[]): string[] => seed(org, type, rows),
    /** Records of a kind that are not deleted; all of them with `deleted`. */
    records: (type: string, given: { deleted?: boolean } = {}): Row[] =>
      org.records.all(needObject(org, type).name).filter((row) => given.deleted === true || row['IsDeleted'] !== true),
    /** Any record, deleted ones too. Its empty fields are not there. */
    record: (id: string): Row | undefined => org.any(id),
    /** What a query of the administrator answers. */
    query: (soql: string, given: { all?: boolean } = {}) => {
      const user = needUser(org, 'integration@larkspur.example');
      const { rows, show } = runQuery({ org, user, version: 'v62.0' }, soql, { all: given.all ?? false });
      return rows.map(show);
    },
    /** Forgets all records of business; who is signed in, and how the organisation is set up, stays. */
    clear: (): void => {
      org.transactions.clear();
      org.locks.clear();
      org.records.clear(BUSINESS);
    },
    /** Walks through the authorize page as a browser would; resolves with the address that the browser is sent back to. */
    authorize: (authorizeUrl: string, given: { as?: string; answer?: 'allow' | 'deny' } = {}): Promise<URL> => {
      const user = needUser(org, given.as ?? 'integration@larkspur.example');
      return signIn(authorizeUrl, { userId: idIn(user), answer: given.answer ?? 'allow' });
    },
    /** Tokens as if a user had let the app in just now. */
    grant: (username = 'integration@larkspur.example', scopes = SCOPES) => {
      const { accessToken, refreshToken, grant } = org.grants.newGrant(idIn(needUser(org, username)), scopes);
      const id = `${service.url}/id/${org.id}/${grant.userId}`;
      return { accessToken, refreshToken, instanceUrl: service.url, id };
    },
    connected: (username: string): boolean => org.grants.connected(idIn(needUser(org, username))),
    /** An error on demand; the function ends it. */
    fail: (failure: FailureInput): (() => void) => org.failures.add(failure),
    clearFailures: (): void => org.failures.clear(),
    /** Somebody else writes these records now; the function lets them go, which also happens after `forMs`. */
    lock: (ids: string[], forMs?: number): (() => void) => org.locks.take(ids, forMs),
    usage: () => ({ used: org.usage.used(), limit: org.setup.get().dailyCalls }),
    /** Somebody else's calls. */
    useUp: (calls: number): void => org.usage.add(calls),
    /** What a well-behaved app never does; should be empty at the end of a test. */
    violations: () => org.violations.list(),
    async reset(): Promise<void> {
      await service.heal();
      reset();
    },
  };
}
