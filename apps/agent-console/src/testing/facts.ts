import type { Case, CaseSummary, Delivery, FeedEvent, FeedMessage, Filter, IntakeItem } from '@bureau/contracts';

let serial = 0;

export function aFeedMessage(given: Partial<FeedMessage> = {}): FeedMessage {
  const id = ++serial;
  return {
    kind: 'message',
    id,
    sequence: id,
    at: '2026-11-03T10:02:00.000+00:00',
    direction: 'in',
    purpose: 'message',
    channel: 'email',
    subject: 'Espresso machine leaks',
    text: 'It still drips when I close the valve.',
    visibleLength: given.text?.length ?? 38,
    html: null,
    hasRemoteImages: false,
    from: { name: 'Ana Ferreira', address: 'ana@cafe.example' },
    to: [{ name: 'Larkspur', address: 'support@larkspur.example' }],
    cc: [],
    bcc: [],
    messageId: `<m${id}@cafe.example>`,
    author: null,
    automatic: null,
    sender: { verdict: 'verified', spf: 'pass', dkim: 'pass', dmarc: 'pass', explain: 'Signed by cafe.example.' },
    notices: [],
    intakeId: id,
    hidden: false,
    erasedAt: null,
    replaces: null,
    post: null,
    delivery: null,
    attachments: [],
    ...given,
  };
}

export function aDelivery(given: Partial<Delivery> = {}): Delivery {
  const id = ++serial;
  return {
    id,
    state: 'sent',
    attempts: 1,
    undoUntil: null,
    nextAttemptAt: null,
    sentAt: null,
    response: null,
    replacedBy: null,
    ...given,
  };
}

export function aFeedEvent(given: Partial<FeedEvent> = {}): FeedEvent {
  const id = ++serial;
  return {
    kind: 'event',
    id,
    sequence: id,
    at: '2026-11-03T10:05:00.000+00:00',
    event: 'case.updated',
    actor: { kind: 'user', id: 7, name: 'Omar Haddad' },
    changes: [{ field: 'priority', from: 4, to: 6 }],
    reason: null,
    context: {},
    ...given,
  };
}

export function aCaseSummary(given: Partial<CaseSummary> = {}): CaseSummary {
  const id = ++serial;
  return {
    id,
    subject: 'Espresso machine leaks',
    excerpt: 'It still drips when I close the valve.',
    rating: null,
    status: 'open',
    priority: 4,
    channel: 'email',
    sequence: 1,
    customer: { id: 3, name: 'Ana Ferreira', address: 'ana@cafe.example' },
    company: null,
    brand: { id: 1, name: 'Larkspur Coffee' },
    assignee: null,
    group: null,
    labels: [],
    lock: null,
    snooze: null,
    waitingSince: null,
    deliveryTrouble: false,
    createdAt: '2026-11-03T10:02:00.000+00:00',
    activeAt: '2026-11-03T10:02:00.000+00:00',
    updatedAt: '2026-11-03T10:02:00.000+00:00',
    ...given,
  };
}

export function aCase(given: Partial<Case> = {}): Case {
  return {
    ...aCaseSummary(),
    mailbox: { id: 1, address: 'support@larkspur.example' },
    externalId: null,
    description: '',
    language: null,
    customFields: {},
    continuesCaseId: null,
    mergedIntoId: null,
    receivedAt: null,
    repliedAt: null,
    changedAt: '2026-11-03T10:02:00.000+00:00',
    workedAt: null,
    firstOpenedAt: null,
    openedAt: null,
    firstResolvedAt: null,
    resolvedAt: null,
    closedAt: null,
    spamAt: null,
    deletedAt: null,
    routeStatus: null,
    counts: { inbound: 1, outbound: 0, notes: 0, attachments: 0 },
    hasPendingInteractions: false,
    hasFailedInteractions: false,
    followers: [],
    suggestedCount: 0,
    ...given,
  };
}

export function anIntakeItem(given: Partial<IntakeItem> = {}): IntakeItem {
  const id = ++serial;
  return {
    id,
    source: 'smtp',
    externalId: `<m${id}@cafe.example>`,
    receivedAt: '2026-11-03T10:02:00.000+00:00',
    fate: 'message',
    reason: 'Opened a case: no earlier case fits.',
    caseId: 1042,
    messageId: id,
    mailbox: { id: 1, address: 'support@larkspur.example' },
    account: null,
    from: 'ana@cafe.example',
    subject: 'Espresso machine leaks',
    size: 2048,
    sha256: 'ab'.repeat(32),
    attempts: 1,
    sender: null,
    ...given,
  };
}

export function aFilter(given: Partial<Filter> = {}): Filter {
  const id = ++serial;
  return {
    id,
    key: null,
    name: 'Inbox',
    folder: '',
    conditions: { match: 'all', conditions: [] },
    columns: [],
    groupBy: null,
    sort: { field: 'activeAt', direction: 'desc' },
    visibility: { for: 'everyone' },
    enabled: true,
    routes: false,
    position: id,
    description: 'Status is new or open',
    editable: false,
    createdAt: '2026-11-03T10:02:00.000+00:00',
    updatedAt: '2026-11-03T10:02:00.000+00:00',
    ...given,
  };
}
