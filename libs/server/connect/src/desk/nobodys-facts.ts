import type { CaseFacts, CaseOfFacts } from '@bureau/domain';

const NO_CASE: CaseOfFacts = {
  ...{
    id: 0,
    externalId: null,
    subject: '',
    description: '',
    excerpt: '',
    status: 'new',
    priority: 4,
    channel: 'email',
  },
  ...{ language: null, labelIds: [], assigneeId: null, groupId: null, brandId: 0, mailboxId: null, routeStatus: null },
  ...{ followerIds: [], deliveryTrouble: false, inboundCount: 0, outboundCount: 0, noteCount: 0, attachmentCount: 0 },
  ...{ createdAt: null, updatedAt: null, changedAt: null, activeAt: null, receivedAt: null, repliedAt: null },
  ...{ workedAt: null, firstOpenedAt: null, openedAt: null, firstResolvedAt: null, resolvedAt: null, closedAt: null },
  ...{ waitingSince: null, acknowledgedAt: null, snoozedAt: null, spamAt: null, deletedAt: null, lockedUntil: null },
  ...{ ratedAt: null, rating: null, ratingComment: null, customFields: {} },
};

/** What conditions know where there is no case, no customer and no company. */
export const NOBODYS_FACTS: CaseFacts = {
  case: NO_CASE,
  customer: {
    ...{ id: 0, name: '', address: null, addresses: [], language: null, blocked: false, companyId: null },
    ...{ identities: [], customFields: {} },
  },
  company: null,
};
