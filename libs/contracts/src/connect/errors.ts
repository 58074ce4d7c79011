/** What the API can answer about the sync with Salesforce. */
export const SALESFORCE_ERRORS = {
  'salesforce.not-configured': {
    status: 409,
    message: 'This desk has no keys of an app at Salesforce; whoever runs it enters them (see the manual).',
  },
  'salesforce.not-connected': {
    status: 409,
    message: 'No organisation of Salesforce is connected; connect one first.',
  },
  'salesforce.reconnect': {
    status: 409,
    message: 'Salesforce does not let the desk in any more; connect the organisation again.',
  },
  'salesforce.unavailable': {
    status: 503,
    message: 'Salesforce does not answer as it should; try again. See detail.',
  },
  'salesforce.other-organisation': {
    status: 409,
    message: 'Records are linked to another organisation; connect that one, or remove all links. See detail.',
  },
  'salesforce.not-this-organisation': {
    status: 409,
    message: 'Another organisation is connected by now; look again before you disconnect it.',
  },
  'salesforce.still-connected': {
    status: 409,
    message: 'The organisation is still connected; disconnect it before you remove its links.',
  },
  'salesforce.no-key': {
    status: 409,
    message: 'This desk has no key of its own for Salesforce; whoever runs it enters one, or sign in there.',
  },
  'salesforce.sign-in-not-found': {
    status: 404,
    message: 'There is no such sign-in, or somebody else began it; begin again.',
  },
  'salesforce.object-not-found': {
    status: 404,
    message: 'The organisation has no such object, or the user may not read it.',
  },
  'salesforce.section-not-found': { status: 404, message: 'There is no such section of the pane.' },
  'salesforce.conflict-not-found': { status: 404, message: 'There is no such conflict, or its record is gone.' },
  'salesforce.link-missing': {
    status: 409,
    message: 'There is no such record in Salesforce, or none is linked; name another one.',
  },
  'salesforce.link-taken': {
    status: 409,
    message: 'Another record of the desk is linked to this one of Salesforce; take those two apart first.',
  },
  'salesforce.mapping-not-found': { status: 404, message: 'There is no such mapping.' },
  'salesforce.off': { status: 409, message: 'The sync is off or paused; turn it on first.' },
  'salesforce.first-sync-busy': { status: 409, message: 'A complete synchronization is under way; stop it first.' },
  'salesforce.first-sync-unseen': {
    status: 409,
    message: 'There is nothing to start or to stop: find out first what a complete synchronization would do.',
  },
  'salesforce.field-mapped': {
    status: 409,
    message: 'One of these fields is mapped already; change or delete that mapping. See detail.',
  },
} as const satisfies Record<string, { status: number; message: string }>;
