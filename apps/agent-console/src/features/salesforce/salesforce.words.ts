import type { PreflightTopic, PreflightVerdict, SalesforceSignInOutcome, SalesforceState } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const states: Record<SalesforceState, string> = {
  ok: 'Works',
  trouble: 'Trouble',
  reconnect: 'Sign in again',
  paused: 'Paused',
};

/** What came of a sign-in at Salesforce, and what to do. */
const outcomes: Record<SalesforceSignInOutcome, string> = {
  connected: 'The organisation is connected. See below what it still lacks, then turn the sync on.',
  denied: 'Whoever signed in did not agree, so nothing was connected. Begin again when you are ready.',
  expired: 'The sign-in took longer than 15 minutes. Begin again.',
  'other-organisation':
    'That is another organisation than the one whose records are linked here. Sign in to the one you had, or disconnect it and remove all links.',
  'no-api': 'The edition of that organisation has no API. Ask Salesforce to add API access, then begin again.',
  failed: 'Salesforce refused the sign-in. Try again in a few minutes.',
  unknown: 'This sign-in is over or was used already. Begin again.',
  'other-user': 'Somebody else began this sign-in. Begin your own.',
  'signed-out': 'Your session had ended meanwhile. Begin again.',
};

const verdicts: Record<PreflightVerdict, string> = {
  ok: 'Fine',
  missing: 'To do',
  advice: 'Better with',
  unknown: 'Not known',
};

const topics: Record<PreflightTopic, string> = {
  'api-access': 'Access to the API',
  scopes: 'What was granted at the sign-in',
  object: 'Object',
  field: 'Field',
  'record-access': 'Records that the user sees',
  'status-values': 'Values of Status',
  'priority-values': 'Values of Priority',
  'origin-values': 'Values of Origin',
  'record-types': 'Record types',
  'person-accounts': 'Person accounts',
  'external-id': 'Field for the desk’s id',
  'case-comments': 'Case comments',
  'feed-tracking': 'Feed tracking',
  session: 'Session settings',
};

/** The page of Desk Connect: the organisation, what it lacks, and how the sync fares. */
export const salesforceWords = words('salesforce', {
  title: 'Salesforce',
  lead: 'Customers, companies and cases kept in step with an organisation of Salesforce, both ways.',
  faces: 'Desk Connect',
  overview: 'Overview',
  safe: 'Nothing changed.',
  failed: 'The connection could not be loaded.',
  states,
  outcomes,

  connect: {
    title: 'Connect an organisation',
    lead: 'Sign in as a user of its own for the desk, whose rights are the desk’s rights there: a system administrator, or one who may view and change all accounts, contacts and cases.',
    noKeys:
      'This desk has no keys of an app at Salesforce. Whoever runs it sets SF_CLIENT_ID and SF_CLIENT_SECRET; docs/operators says how.',
    callback: 'Callback URL that the app at Salesforce must have',
    where: 'Where to sign in',
    hosts: { production: 'Production', sandbox: 'A sandbox of Salesforce', 'my-domain': 'My Domain' },
    address: 'Address of the organisation',
    addressHelp: 'As in acme.my.salesforce.com. The address of Lightning pages does not take part.',
    begin: 'Sign in at Salesforce',
    useKey: (username: string) => `Connect as ${username}`,
    notBegun: 'The sign-in could not begin.',
  },

  organisation: {
    state: 'State',
    edition: 'Edition',
    sandbox: 'Sandbox',
    isOff: 'Off',
    user: 'Signed in as',
    byKey: 'by its own key',
    since: 'Connected',
    by: (name: string) => `by ${name}`,
    calls: 'Calls today',
    callsOf: (used: string, limit: string) => `${used} of ${limit}`,
    notAsked: 'not known yet',
    people: 'People',
    personAccounts: 'person accounts',
    contacts: 'contacts',
    open: 'Open in Salesforce',
    off: 'The sync is off: nothing is sent or fetched. Turn it on when the list below has nothing to do; where it was on before, what changed since goes across then.',
    paused: 'Paused: nothing is sent or fetched. What changes meanwhile goes across when it is resumed.',
  },

  deeds: {
    more: 'More about the connection',
    enable: 'Turn on',
    disable: 'Turn off',
    pause: 'Pause',
    resume: 'Resume',
    check: 'Check now',
    again: 'Sign in again',
    disconnect: 'Disconnect…',
    enabled: 'The sync is on. What is new or edited goes across.',
    disabled: 'The sync is off. What changes meanwhile goes across when it is turned on again.',
    paused: 'The sync is paused.',
    resumed: 'The sync goes on.',
    checked: 'Salesforce answers.',
    disconnected: 'The organisation is disconnected.',
    notDone: 'That could not be done.',
  },

  disconnect: {
    question: (name: string) => `Disconnect ${name}?`,
    losses: ['the keys of the desk: somebody has to sign in again before records are kept in step'],
    stays:
      'Records stay on both sides, and the desk remembers which belong together: the same organisation can be connected again.',
    confirm: 'Disconnect',
  },

  links: {
    linked: (records: string, name: string) =>
      `${records} records are still linked to ${name}. That organisation can be connected again; before another one can, all links must be removed.`,
    remove: 'Remove all links…',
    question: (name: string) => `Remove all links to ${name}?`,
    losses: [
      'which record belongs to which one there: it cannot be brought back',
      'what waits to go there, and conflicts nobody has looked at',
    ],
    stays:
      'Records stay as they are on both sides, and so do settings, mappings and the history. Should the same organisation be connected again, records are matched anew.',
    confirm: 'Remove all links',
    removed: 'All links are removed. Any organisation can be connected now.',
  },

  preflight: {
    title: 'What the organisation must have',
    lead: 'Rights, values, record types and fields, checked in the name of the user that the desk is.',
    never: 'Not checked yet. That happens by itself soon after an organisation is connected.',
    at: 'Checked',
    again: 'Check again',
    failed: 'The check could not be done.',
    loadFailed: 'The last check could not be loaded.',
    checking: 'Asking Salesforce …',
    allFine: 'Everything that the sync needs is there.',
    toDo: (count: number) => (count === 1 ? 'One thing to do' : `${count} things to do`),
    advice: 'Works, and works better with',
    unknown: 'Could not be found out from here',
    fine: (count: number) => (count === 1 ? 'One thing is fine' : `${count} things are fine`),
    steps: 'Steps for',
    lightning: 'Lightning',
    classic: 'Classic',
    verdicts,
    topics,
  },
});
