import type { Route } from '@bureau/contracts';
import { leastInput } from './sample-input.ts';
import type { SecretCase } from './secret-case.ts';

/** `noun.name` in the table of routes. */
export type RouteName = `${string}.${string}`;

/** Parameters that name something of a case or of its customer: who may not see the case must find nothing there. */
export const ROWS = new Set([
  'caseId',
  'customerId',
  'messageId',
  'noteId',
  'attachmentId',
  'deliveryId',
  'intakeId',
  'postId',
  'deskId',
]);

/** Parameters that name what belongs to the desk as a whole; permissions alone guard it. */
const OF_THE_DESK = [
  ...['userId', 'groupId', 'roleId', 'brandId', 'sessionId', 'applicationId', 'tokenId', 'mailboxId', 'invitationId'],
  ...['socialAccountId', 'connectionId', 'signInId', 'mappingId', 'sectionId', 'conflictId'],
  ...[
    'labelId',
    'customFieldId',
    'filterId',
    'companyId',
    'notificationId',
    'bulkId',
    'linkId',
    'mergedId',
    'token',
    'objectId',
    'uploadId',
    'ruleId',
    'version',
    'offerId',
    'calendarId',
    'macroId',
    'appliedId',
    'webhookId',
    'integrationUrlId',
    'callId',
    'topicId',
    'articleId',
    'fileId',
    'feedbackId',
    'questionId',
    'answerId',
  ],
];

/** Nothing has this number. */
const NOBODY = 999_999_999;

interface Input {
  params: Record<string, unknown>;
  query?: unknown;
  body?: unknown;
}

const IN_NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const A_SURVEY = {
  enabled: true,
  ratingType: 'yes_no',
  words: { en: { question: 'Are you content?' } },
  expiresAfterDays: 7,
  automatic: false,
  sendAfterHours: 1,
  notAgainDays: 1,
};

/** Bodies and queries that say more than the least, so that only the caller's rights can stand in the way. */
const SAID: Partial<
  Record<RouteName, (secret?: SecretCase) => { params?: Record<string, unknown>; query?: object; body?: object }>
> = {
  'cases.update': () => ({ body: { priority: 9 } }),
  'cases.reply': () => ({ body: { text: 'Hello', sequence: 0 } }),
  'customers.create': () => ({ body: { name: 'Ben Sato' } }),
  'customers.update': () => ({ body: { title: 'Owner' } }),
  'messages.forward': () => ({ body: { to: ['somebody@elsewhere.example'], text: 'Look at this.' } }),
  'splits.split': (secret) => ({ body: { messageIds: [secret?.messageId ?? NOBODY] } }),
  'related.link': () => ({ body: { url: 'https://tracker.example/1' } }),
  'images.remote': () => ({ query: { url: 'https://pictures.example/1.png' } }),
  'templates.write': () => ({ body: { html: '{{message}}' } }),
  'templates.preview': () => ({ body: { kind: 'reply', html: '{{message}}' } }),
  'templates.testMail': () => ({ body: { kind: 'reply', html: '{{message}}' } }),
  'businessHours.create': () => ({ body: { name: 'Nights', week: [[], [], [], [], [], [], []] } }),
  'businessHours.update': () => ({ body: { name: 'Nights' } }),
  'businessHours.readHolidays': () => ({ body: { ics: 'BEGIN:VCALENDAR\nEND:VCALENDAR' } }),
  'businessHours.chooseForBrand': () => ({ body: { calendarId: null } }),
  'systemMessage.write': () => ({ body: { message: 'The mail is late today.' } }),
  'site.change': () => ({ body: { companyName: 'Larkspur' } }),
  'macros.create': () => ({ body: { name: 'Thanks', actions: [{ type: 'set-priority', priority: 9 }] } }),
  'macros.update': () => ({ body: { name: 'Thanks' } }),
  'macros.preview': (secret) => ({ body: { macroIds: [secret?.sharedMacroId ?? NOBODY] } }),
  'macros.apply': (secret) => ({ body: { macroIds: [secret?.sharedMacroId ?? NOBODY] } }),
  'macros.try': (secret) => ({
    body: { actions: [{ type: 'set-priority', priority: 9 }], caseId: secret?.caseId ?? NOBODY },
  }),
  'webhooks.create': () => ({
    body: { name: 'Stock', url: 'https://stock.example/desk', secret: 'a secret of both sides' },
  }),
  'webhooks.update': () => ({ body: { enabled: false } }),
  'integrationUrls.create': () => ({ body: { name: 'Orders', markup: 'https://erp.example/?q={{customer.email}}' } }),
  'integrationUrls.update': () => ({ body: { enabled: false } }),
  'integrationUrls.try': (secret) => ({
    body: { kind: 'link', markup: 'https://erp.example/', caseId: secret?.caseId ?? null },
  }),
  'integrationUrls.sign': (secret) => ({
    params: { caseId: secret?.caseId ?? NOBODY, integrationUrlId: secret?.canvasId ?? NOBODY },
  }),
  'rules.create': () => ({
    body: { name: 'Urgent', type: 'case-created', actions: [{ type: 'set-priority', priority: 9 }] },
  }),
  'rules.try': () => ({
    body: {
      type: 'time',
      conditions: { match: 'all', conditions: [] },
      actions: [{ type: 'set-priority', priority: 9 }],
    },
  }),
  'rules.update': () => ({ body: { name: 'Urgent' } }),
  'topics.create': () => ({ body: { name: 'Brewing', brandIds: [] } }),
  'topics.change': () => ({ body: { allowQuestions: false } }),
  'articles.change': () => ({ body: { internal: true } }),
  'articles.write': () => ({ body: { subject: 'Descaling' } }),
  'supportCenters.change': () => ({ body: { open: true } }),
  'themes.save': () => ({ body: { source: null } }),
  'themes.preview': () => ({ body: { source: 'Hello' } }),
  'themes.changeTexts': () => ({ body: { texts: { home: 'Start' } } }),
  'rules.fields': () => ({ query: { type: 'time' } }),
  'salesforceChatter.update': () => ({
    body: { enabled: false, statuses: ['resolved'], template: 'Now {{case.status}}.' },
  }),
  'surveys.write': () => ({ body: A_SURVEY }),
  'feedbackReport.read': () => ({ query: IN_NOVEMBER }),
  'feedbackReport.behind': () => ({ query: { ...IN_NOVEMBER, figure: 'answered' } }),
  'search.cases': (secret) => ({ query: { q: secret?.marker ?? 'x' } }),
  'search.customers': (secret) => ({ query: { q: secret?.marker ?? 'x' } }),
};

export function paramsOf(route: Route): string[] {
  return [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
}

/** A good request for a route, about the secret case where it is about a case; without one, about nothing. */
export function inputFor(name: RouteName, route: Route, secret?: SecretCase): Input {
  const known: Record<string, unknown> = {
    ...Object.fromEntries([...ROWS, ...OF_THE_DESK].map((param) => [param, NOBODY])),
    noun: 'group',
    object: 'case',
    salesforceObject: 'Opportunity',
    deskId: secret?.caseId ?? NOBODY,
    templateKind: 'reply',
    template: 'page_index',
    language: 'en',
    ...secret,
  };
  const params = Object.fromEntries(
    paramsOf(route).flatMap((param) => (param in known ? [[param, known[param]]] : [])),
  );
  const query = route.shape.query && leastInput(route.shape.query);
  const body = leastInput(route.shape.body);
  return { params, ...(query ? { query } : {}), ...(body === undefined ? {} : { body }), ...SAID[name]?.(secret) };
}
