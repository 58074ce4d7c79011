import type { ErrorCode, Network, PostKind } from '@bureau/contracts';
import { longestText, mediaLimits, type MediaLimit, type PostForm } from './post-limits.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Messenger takes whatever answers within a day, and what a person writes within a week (external-apis.md 2.6). */
const MACHINES_MAY_MS = DAY_MS;
const PEOPLE_MAY_MS = 7 * DAY_MS;

/** Who is spoken to; `externalId` is the network's own. */
export interface PersonThere {
  externalId: string;
  handle: string;
  name: string;
}

/** Something that the customer said on a network. */
export interface SaidThere {
  messageId: number;
  /** The network's id of its latest edition. */
  externalId: string;
  kind: PostKind;
  conversationId: string;
  parentId: string | null;
  accountId: number;
  by: PersonThere;
  at: Date;
}

export interface AnswerFacts {
  network: Network;
  account: { id: number; long: boolean };
  /** What would be answered in public: the latest that the customer said there, or what was chosen. */
  inPublic: SaidThere | null;
  inPrivate: SaidThere | null;
  /** Who the customer is there, when nothing was said. */
  person: PersonThere | null;
  /** That public post was answered in private already. */
  answeredInPrivate: boolean;
  /** When the customer last wrote in private. */
  wroteAt: Date | null;
  now: Date;
  /** No person writes it. */
  automatic: boolean;
}

/** One way to answer, and what holds there. */
export interface WayThere {
  audience: 'public' | 'private';
  kind: PostKind;
  form: PostForm;
  /** A private answer to something public. */
  toComment: boolean;
  answers: number | null;
  /** What is answered; null: it begins something. */
  target: string | null;
  conversation: string;
  recipient: PersonThere;
  limit: number;
  counting: 'x' | 'characters';
  files: readonly MediaLimit[] | null;
  window: { endsAt: Date; forPeopleOnly: boolean } | null;
  refusal: ErrorCode | null;
}

/** How a customer can be answered on his network, as he wrote last first. Empty: he cannot. */
export function waysToAnswer(facts: AnswerFacts): WayThere[] {
  const ways = facts.network === 'x' ? waysOnX(facts) : waysOnFacebook(facts);
  const wrotePrivatelyLast = (facts.inPrivate?.at ?? 0) > (facts.inPublic?.at ?? 0);
  return wrotePrivatelyLast ? ways.toSorted((a, b) => a.audience.localeCompare(b.audience)) : ways;
}

function waysOnX({ account, inPublic, inPrivate, person: known }: AnswerFacts): WayThere[] {
  const person = inPublic?.by ?? inPrivate?.by ?? known;
  if (!person) return [];
  const open = { recipient: person, toComment: false, window: null, refusal: null };
  const limits = (form: PostForm) => ({
    form,
    limit: longestText('x', form, account),
    counting: form === 'post' ? ('x' as const) : ('characters' as const),
    files: mediaLimits('x', form),
  });
  const reply: WayThere | null = inPublic && {
    ...{ audience: 'public', kind: 'reply', ...open, ...limits('post'), answers: inPublic.messageId },
    ...{ target: inPublic.externalId, conversation: inPublic.conversationId },
  };
  const mine = inPrivate?.accountId === account.id ? inPrivate : null;
  const message: WayThere = {
    ...{ audience: 'private', kind: 'message', ...open, ...limits('message'), answers: mine?.messageId ?? null },
    ...{ target: mine?.externalId ?? null, conversation: mine?.conversationId ?? '' },
  };
  return reply ? [reply, message] : [message];
}

/** A page answers what was said on it; nobody else can be written to. */
function waysOnFacebook(facts: AnswerFacts): WayThere[] {
  const inPublic = facts.inPublic?.accountId === facts.account.id ? facts.inPublic : null;
  const inPrivate = facts.inPrivate?.accountId === facts.account.id ? facts.inPrivate : null;
  return [
    ...(inPublic ? [commentOn(inPublic)] : []),
    ...(inPrivate ? [messageTo(inPrivate, facts)] : []),
    ...(inPublic && !inPrivate ? [privateAnswerTo(inPublic, facts)] : []),
  ];
}

function commentOn(said: SaidThere): WayThere {
  return {
    ...{ audience: 'public', kind: 'comment', form: 'comment', toComment: false, answers: said.messageId },
    ...{ target: commentableOf(said), conversation: said.conversationId, recipient: said.by },
    ...{ limit: longestText('facebook', 'comment'), counting: 'characters' },
    ...{ files: mediaLimits('facebook', 'comment'), window: null, refusal: null },
  };
}

/** Facebook shows two levels: what answers an answer stands below the comment that both belong to. */
function commentableOf({ kind, externalId, parentId, conversationId }: SaidThere): string {
  return kind === 'comment' && parentId !== null && parentId !== conversationId ? parentId : externalId;
}

function messageTo(said: SaidThere, { wroteAt, now, automatic }: AnswerFacts): WayThere {
  const since = wroteAt ?? said.at;
  const endsAt = new Date(since.getTime() + (automatic ? MACHINES_MAY_MS : PEOPLE_MAY_MS));
  return {
    ...{ audience: 'private', kind: 'message', form: 'message', toComment: false, answers: said.messageId },
    ...{ target: said.externalId, conversation: said.conversationId, recipient: said.by },
    ...{ limit: longestText('facebook', 'message'), counting: 'characters', files: mediaLimits('facebook', 'message') },
    window: { endsAt, forPeopleOnly: now.getTime() > since.getTime() + MACHINES_MAY_MS },
    refusal: now > endsAt ? 'post.window-closed' : null,
  };
}

/** Once, within a week, words alone: whatever follows waits until it is answered. */
function privateAnswerTo(said: SaidThere, { answeredInPrivate, now }: AnswerFacts): WayThere {
  const endsAt = new Date(said.at.getTime() + PEOPLE_MAY_MS);
  return {
    ...{ audience: 'private', kind: 'message', form: 'message', toComment: true, answers: said.messageId },
    ...{ target: said.externalId, conversation: '', recipient: said.by },
    ...{ limit: longestText('facebook', 'message'), counting: 'characters', files: [] },
    window: { endsAt, forPeopleOnly: false },
    refusal: answeredInPrivate ? 'post.private-reply-used' : now > endsAt ? 'post.window-closed' : null,
  };
}
