import type { Case, CaseSummary } from '@bureau/contracts';
import { RATING_WORDS } from '@bureau/contracts';
import type { CaseFacts, CaseOfFacts } from '@bureau/domain';

/** What this browser knows of a case, and of which fields of conditions that is the whole truth. */
export interface KnownCase {
  facts: CaseFacts;
  knows: (field: string) => boolean;
}

/** What a row of a list tells. */
const OF_ROWS = new Set([
  ...['id', 'subject', 'excerpt', 'status', 'priority', 'channel', 'labels', 'assignee', 'group', 'brand', 'locked'],
  ...['snoozed', 'deliveryTrouble', 'createdAt', 'updatedAt', 'activeAt', 'waitingSince', 'rated', 'rating', 'ratedAt'],
]);

/** What only a case that was read by itself tells. */
const OF_CASES = new Set([
  ...['externalId', 'description', 'language', 'mailbox', 'routeStatus', 'spam', 'deleted', 'followedByMe'],
  ...['interactionCount', 'inboundCount', 'outboundCount', 'noteCount', 'hasAttachments', 'changedAt', 'receivedAt'],
  ...['repliedAt', 'workedAt', 'firstOpenedAt', 'openedAt', 'firstResolvedAt', 'resolvedAt', 'closedAt'],
]);

const OF_PEOPLE = new Set(['customer.id', 'customer.name', 'customer.address', 'company.id', 'company.name']);

/** A row or a whole case in the words of conditions. What is missing here is empty there and not known. */
export function knownFacts(row: CaseSummary | Case): KnownCase {
  const whole = 'customFields' in row ? row : null;
  const { customer, company } = row;
  return {
    facts: {
      case: { ...ofRow(row), ...(whole ? ofCase(whole) : NOTHING_MORE) },
      customer: {
        ...NOBODY,
        id: customer.id,
        name: customer.name,
        address: customer.address,
        companyId: company?.id ?? null,
      },
      company: company && { name: company.name, domains: [], customFields: {} },
    },
    knows: (field) => {
      const [owner, name = ''] = field.split('.');
      if (owner !== 'case') return OF_PEOPLE.has(field);
      return OF_ROWS.has(name) || (whole !== null && (OF_CASES.has(name) || name === 'custom'));
    },
  };
}

const NOBODY = { addresses: [], language: null, blocked: false, identities: [], customFields: {} };

const moment = (at: string | null) => (at === null ? null : Date.parse(at));

function ofRow(row: CaseSummary) {
  const { id, subject, excerpt, status, priority, channel, labels, lock, snooze, deliveryTrouble } = row;
  return {
    ...{ id, subject, excerpt, status, priority, channel, deliveryTrouble },
    labelIds: labels.map((label) => label.id),
    assigneeId: row.assignee?.id ?? null,
    groupId: row.group?.id ?? null,
    brandId: row.brand.id,
    lockedUntil: moment(lock?.until ?? null),
    snoozedAt: moment(snooze?.since ?? null),
    createdAt: moment(row.createdAt),
    updatedAt: moment(row.updatedAt),
    activeAt: moment(row.activeAt),
    waitingSince: moment(row.waitingSince),
    rating: row.rating && (RATING_WORDS[row.rating.value] ?? null),
    ratedAt: moment(row.rating?.at ?? null),
  };
}

type More = Omit<CaseOfFacts, keyof ReturnType<typeof ofRow>>;

function ofCase({ counts, mailbox, followers, ...one }: Case): More {
  const { externalId, description, language, routeStatus, customFields } = one;
  return {
    ...{ externalId, description, language, routeStatus, customFields },
    mailboxId: mailbox?.id ?? null,
    followerIds: followers.map(({ id }) => id),
    inboundCount: counts.inbound,
    outboundCount: counts.outbound,
    noteCount: counts.notes,
    attachmentCount: counts.attachments,
    changedAt: moment(one.changedAt),
    receivedAt: moment(one.receivedAt),
    repliedAt: moment(one.repliedAt),
    workedAt: moment(one.workedAt),
    firstOpenedAt: moment(one.firstOpenedAt),
    openedAt: moment(one.openedAt),
    firstResolvedAt: moment(one.firstResolvedAt),
    resolvedAt: moment(one.resolvedAt),
    closedAt: moment(one.closedAt),
    spamAt: moment(one.spamAt),
    deletedAt: moment(one.deletedAt),
    acknowledgedAt: null,
    ratingComment: null,
  };
}

const NOTHING_MORE: More = {
  ...{ externalId: null, description: '', language: null, routeStatus: null, customFields: {} },
  ...{ mailboxId: null, followerIds: [], inboundCount: 0, outboundCount: 0, noteCount: 0, attachmentCount: 0 },
  ...{ changedAt: null, receivedAt: null, repliedAt: null, workedAt: null, firstOpenedAt: null, openedAt: null },
  ...{ firstResolvedAt: null, resolvedAt: null, closedAt: null, spamAt: null, deletedAt: null, acknowledgedAt: null },
  ratingComment: null,
};
