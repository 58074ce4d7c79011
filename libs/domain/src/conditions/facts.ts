import type {
  ActorStamp,
  CaseStatus,
  Channel,
  CustomFieldValues,
  FieldChange,
  RATING_WORDS,
  RouteStatus,
} from '@bureau/contracts';
import type { DeskHours } from '../business-hours/index.ts';

/** Milliseconds since 1970, or null when it has not happened. PostgreSQL's microseconds are cut off, not rounded. */
type Moment = number | null;

export interface CaseOfFacts {
  id: number;
  externalId: string | null;
  subject: string;
  description: string;
  excerpt: string;
  status: CaseStatus;
  priority: number;
  channel: Channel;
  language: string | null;
  labelIds: number[];
  assigneeId: number | null;
  groupId: number | null;
  brandId: number;
  mailboxId: number | null;
  routeStatus: RouteStatus | null;
  followerIds: number[];
  deliveryTrouble: boolean;
  inboundCount: number;
  outboundCount: number;
  noteCount: number;
  attachmentCount: number;
  createdAt: Moment;
  updatedAt: Moment;
  changedAt: Moment;
  activeAt: Moment;
  receivedAt: Moment;
  repliedAt: Moment;
  workedAt: Moment;
  firstOpenedAt: Moment;
  openedAt: Moment;
  firstResolvedAt: Moment;
  resolvedAt: Moment;
  closedAt: Moment;
  waitingSince: Moment;
  acknowledgedAt: Moment;
  snoozedAt: Moment;
  spamAt: Moment;
  deletedAt: Moment;
  lockedUntil: Moment;
  ratedAt: Moment;
  /** What the customer last said of the case; see `RATING_WORDS`. */
  rating: (typeof RATING_WORDS)[number] | null;
  ratingComment: string | null;
  customFields: CustomFieldValues;
}

export interface CustomerOfFacts {
  id: number;
  name: string;
  /** Where answers go. */
  address: string | null;
  addresses: string[];
  language: string | null;
  blocked: boolean;
  companyId: number | null;
  /** Who the customer is on X and Facebook; several on one network where persons were merged. */
  identities: IdentityOfFacts[];
  customFields: CustomFieldValues;
}

/** What is known of a customer on a network. Channels and programs keep it up to date. */
export interface IdentityOfFacts {
  network: 'x' | 'facebook';
  handle: string;
  name: string;
  /** Null: not known. */
  followers: number | null;
  verified: boolean;
}

export interface CompanyOfFacts {
  name: string;
  domains: string[];
  customFields: CustomFieldValues;
}

/** How a message came to be: a mail, a form, another program, an agent, or the desk itself. */
export const MESSAGE_CLIENTS = ['mailbox', 'web-form', 'widget', 'api', 'agent', 'desk'] as const;
export type MessageClient = (typeof MESSAGE_CLIENTS)[number];

/** The message that a business rule runs for. */
export interface MessageOfFacts {
  subject: string;
  text: string;
  from: string;
  to: string[];
  cc: string[];
  /** One «Name: value» for each line of the header. */
  headers: string[];
  /** Bytes. */
  size: number;
  /** What made it. */
  client: MessageClient;
  /** The program that the writer used, as it calls itself. */
  mailer: string | null;
  /** The mailbox that it came to. */
  mailboxId: number | null;
  automatic: boolean;
  /** When it came, or was sent; milliseconds since 1970. */
  at: number;
}

/** What a customer has just said of how a case was dealt with. */
export interface SatisfactionOfFacts {
  rating: (typeof RATING_WORDS)[number];
  commented: boolean;
}

/** Everything that conditions ask about. What only business rules know is absent elsewhere. */
export interface CaseFacts {
  case: CaseOfFacts;
  customer: CustomerOfFacts;
  company: CompanyOfFacts | null;
  message?: MessageOfFacts;
  satisfaction?: SatisfactionOfFacts;
  changes?: readonly FieldChange[];
  /** Who or what did it. */
  by?: ActorStamp['kind'];
}

/** For whom and when a condition is asked: what «me», «my groups» and «hours since» mean. */
export interface Asking {
  /** Milliseconds since 1970. */
  now: number;
  /** Null: nobody in particular, so that nothing is mine. */
  userId: number | null;
  groupIds: readonly number[];
  /** When the brands are open; only conditions on business hours need it. */
  businessHours?: DeskHours;
}
