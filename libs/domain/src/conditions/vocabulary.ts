import { CaseStatus, Channel, RATING_WORDS, RouteStatus } from '@bureau/contracts';
import type { CaseFacts, CaseOfFacts, IdentityOfFacts } from './facts.ts';
import { businessHoursSince, OPEN_NOW } from './business-hours-fields.ts';
import { HAPPENING } from './happening-fields.ts';
import { some, textOf } from './read-field.ts';
import type { AskableCustomField, Field, FieldKind, ReferenceTo, Scalar, Vocabulary } from './field.ts';

type Named<Value> = { [K in keyof CaseOfFacts]: CaseOfFacts[K] extends Value ? K : never }[keyof CaseOfFacts];

const reference = (to: ReferenceTo): FieldKind => ({ type: 'reference', to });

/** A field that a case has as it is. */
function ofCase(name: Named<Scalar | null>, label: string, kind: FieldKind, key: string = name): Field {
  return { key: `case.${key}`, label, kind, changesAs: name, read: (facts) => some(facts.case[name]) };
}

/** One that the history never tells a change of. */
function lasting(field: Field): Field {
  return { ...field, changesAs: undefined };
}

function isSet(name: Named<number | null>, key: string, label: string): Field {
  return { key: `case.${key}`, label, kind: { type: 'boolean' }, read: (facts) => [facts.case[name] !== null] };
}

const CASE: Field[] = [
  lasting(ofCase('id', 'Number', { type: 'integer' })),
  ofCase('externalId', 'External id', { type: 'text' }),
  ofCase('subject', 'Subject', { type: 'text' }),
  ofCase('description', 'Description', { type: 'text' }),
  lasting(ofCase('excerpt', 'Latest words', { type: 'text' })),
  ofCase('status', 'Status', { type: 'choice', choices: CaseStatus.options, ordered: true }),
  ofCase('priority', 'Priority', { type: 'integer' }),
  lasting(ofCase('channel', 'Channel', { type: 'choice', choices: Channel.options })),
  ofCase('language', 'Language', { type: 'text' }),
  {
    key: 'case.labels',
    label: 'Labels',
    kind: reference('label'),
    changesAs: 'labelIds',
    read: (facts) => facts.case.labelIds,
  },
  ofCase('assigneeId', 'Assigned agent', reference('user'), 'assignee'),
  ofCase('groupId', 'Assigned group', reference('group'), 'group'),
  ofCase('brandId', 'Brand', reference('brand'), 'brand'),
  ofCase('mailboxId', 'Mailbox', reference('mailbox'), 'mailbox'),
  ofCase('routeStatus', 'Routing', { type: 'choice', choices: RouteStatus.options }),
  isSet('snoozedAt', 'snoozed', 'Snoozed'),
  isSet('spamAt', 'spam', 'Spam'),
  isSet('deletedAt', 'deleted', 'Deleted'),
  {
    key: 'case.locked',
    label: 'Locked',
    kind: { type: 'boolean' },
    read: (facts, { now }) => [facts.case.lockedUntil !== null && facts.case.lockedUntil > now],
  },
  {
    key: 'case.followedByMe',
    label: 'Followed by me',
    kind: { type: 'boolean' },
    read: (facts, { userId }) => [userId !== null && facts.case.followerIds.includes(userId)],
  },
  {
    key: 'case.rated',
    label: 'Has a rating',
    kind: { type: 'boolean' },
    read: (facts) => [facts.case.rating !== null],
  },
  // A rating is told of by itself, to rules of its own type.
  lasting(ofCase('rating', 'Rating', { type: 'choice', choices: RATING_WORDS, ordered: true })),
  lasting(ofCase('ratingComment', 'Rating comment', { type: 'text' })),
  lasting(ofCase('deliveryTrouble', 'Delivery trouble', { type: 'boolean' })),
  {
    key: 'case.interactionCount',
    label: 'Interactions',
    kind: { type: 'integer' },
    read: ({ case: { inboundCount, outboundCount, noteCount } }) => [inboundCount + outboundCount + noteCount],
  },
  lasting(ofCase('inboundCount', 'Messages in', { type: 'integer' })),
  lasting(ofCase('outboundCount', 'Messages out', { type: 'integer' })),
  lasting(ofCase('noteCount', 'Notes', { type: 'integer' })),
  {
    key: 'case.hasAttachments',
    label: 'Has attachments',
    kind: { type: 'boolean' },
    read: (facts) => [facts.case.attachmentCount > 0],
  },
];

/** Every time of a case can be asked for itself, and in hours since. */
const TIMES = [
  ['createdAt', 'created'],
  ['updatedAt', 'last update'],
  ['changedAt', 'last change'],
  ['activeAt', 'last activity'],
  ['receivedAt', 'last message in'],
  ['repliedAt', 'last message out'],
  ['workedAt', 'last worked on'],
  ['firstOpenedAt', 'first opened'],
  ['openedAt', 'opened'],
  ['firstResolvedAt', 'first resolved'],
  ['resolvedAt', 'resolved'],
  ['closedAt', 'closed'],
  ['waitingSince', 'waiting since'],
  ['acknowledgedAt', 'last acknowledgement'],
  ['ratedAt', 'rated'],
] as const;

const CASE_TIMES: Field[] = TIMES.flatMap(([name, words]) => {
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  const time = lasting(ofCase(name, label, { type: 'time' }));
  const since = name.replace(/At$|Since$/, '').replace(/^./, (letter) => letter.toUpperCase());
  const kind = { type: 'hours', of: time.key } as const;
  return [
    time,
    { ...time, key: `case.hoursSince${since}`, label: `Hours since ${words}`, kind },
    businessHoursSince(time, { since, words }),
  ];
});

function on(network: IdentityOfFacts['network'], { customer }: CaseFacts): IdentityOfFacts[] {
  return customer.identities.filter((identity) => identity.network === network);
}

const PEOPLE: Field[] = [
  {
    key: 'customer.id',
    label: 'Customer',
    kind: reference('customer'),
    changesAs: 'customerId',
    read: ({ customer }) => [customer.id],
  },
  textOf('customer.name', 'Customer name', ({ customer }) => [customer.name]),
  textOf('customer.language', 'Customer language', ({ customer }) => [customer.language ?? '']),
  textOf('customer.rootLanguage', 'Customer language, without country', ({ customer }) => [
    customer.language?.split(/[_-]/)[0] ?? '',
  ]),
  {
    key: 'customer.blocked',
    label: 'Customer is blocked',
    kind: { type: 'boolean' },
    read: ({ customer }) => [customer.blocked],
  },
  textOf('customer.address', 'Customer default e-mail', ({ customer }) => [customer.address ?? '']),
  textOf('customer.addresses', 'Customer e-mail', ({ customer }) => customer.addresses),
  textOf('customer.xHandle', 'X handle', (facts) => on('x', facts).map(({ handle }) => handle)),
  {
    key: 'customer.xFollowers',
    label: 'X followers',
    kind: { type: 'integer' },
    read: (facts) => on('x', facts).flatMap(({ followers }) => some(followers)),
  },
  {
    key: 'customer.xVerified',
    label: 'X account is verified',
    kind: { type: 'boolean' },
    read: (facts) => on('x', facts).map(({ verified }) => verified),
  },
  textOf('customer.facebookName', 'Facebook name', (facts) => on('facebook', facts).map(({ name }) => name)),
  {
    key: 'company.id',
    label: 'Company',
    kind: reference('company'),
    read: ({ customer }) => some(customer.companyId),
  },
  textOf('company.name', 'Company name', ({ company }) => [company?.name ?? '']),
  textOf('company.domains', 'Company domain', ({ company }) => company?.domains ?? []),
];

const STANDARD = [...CASE, OPEN_NOW, ...CASE_TIMES, ...PEOPLE, ...HAPPENING];

const OWNERS = { case: 'Case', customer: 'Customer', company: 'Company' } as const;

/** Everything that can be asked at this desk: the fields of every desk, and its own. */
export function vocabularyOf(customFields: readonly AskableCustomField[]): Vocabulary {
  return new Map([...STANDARD, ...customFields.map(customField)].map((field) => [field.key, field]));
}

function customField({ owner, key, label, type, choices }: AskableCustomField): Field {
  return {
    key: `${owner}.custom.${key}`,
    label: `${OWNERS[owner]} ${label}`,
    kind: type === 'list' ? { type, choices } : { type },
    changesAs: owner === 'case' ? `customFields.${key}` : undefined,
    custom: { owner, key },
    read: (facts) => valuesOf(type, facts[owner]?.customFields, key),
  };
}

/** A value of another type than the field's, left from an import perhaps, counts as none. */
function valuesOf(
  type: AskableCustomField['type'],
  values: Record<string, Scalar> | undefined,
  key: string,
): readonly Scalar[] {
  if (!values || !Object.hasOwn(values, key)) return [];
  const expected = type === 'boolean' ? 'boolean' : type === 'integer' ? 'number' : 'string';
  const value = values[key];
  return typeof value === expected ? some(value) : [];
}
