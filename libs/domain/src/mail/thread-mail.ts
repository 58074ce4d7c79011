import type { CaseStatus, SenderVerdict } from '@bureau/contracts';
import type { MailKind } from './classify-mail.ts';
import { customerOf, type InboundMail } from './inbound-mail.ts';
import { sameAddress } from './mail-address.ts';
import { normaliseSubject, sameSubject } from './normalise-subject.ts';

/** A case that a mail points to, and the message of ours that it answers. */
export interface ThreadCandidate {
  caseId: number;
  /** Our message that the token or reference names; null when the case is only known as merge target. */
  messageId: number | null;
  subject: string;
  status: CaseStatus;
  deleted: boolean;
  /** The case that took this one in; itself a candidate, because it may be closed, deleted or merged on. */
  mergedInto: ThreadCandidate | null;
  /** Addresses of everybody who takes part: the customer's own, and those an agent or the customer brought in. */
  parties: readonly string[];
}

/** Everything the decision needs; the caller has looked it up. */
export interface ThreadInput {
  mail: InboundMail;
  kind: MailKind;
  verdict: SenderVerdict;
  /** Whether an address belongs to a user (agent) of this installation. */
  isUser: (address: string) => boolean;
  /** Whether an address belongs to a user whose access has ended. */
  isFormerUser: (address: string) => boolean;
  /** The case named by a token that carries our signature, in an id we gave out or in the reply address. */
  tokenMatch: ThreadCandidate | null;
  /** Cases with a message named in In-Reply-To or References, the nearest first; only ids that we sent or stored. */
  referenceMatches: readonly ThreadCandidate[];
  /** Cases of the same sender with the same normalised subject, active in the last 14 days. */
  subjectSuggestions: readonly ThreadCandidate[];
}

export type ThreadReason =
  | 'own-message'
  | 'bounce'
  | 'unverified-user'
  | 'former-user'
  | 'stranger'
  | 'forged-party'
  | 'token'
  | 'reference'
  | 'case-closed'
  | 'case-deleted'
  | 'subject-suggests'
  | 'nothing-matches';

/** What becomes of a mail in the order of cases; stored with its reason. */
export interface ThreadDecision {
  /** `append` to `caseId` · `open` a new case · `hold` for a person, suggested for `caseId` · `suppress`: stored, no case touched. */
  decision: 'append' | 'open' | 'hold' | 'suppress';
  /** The case it joins, or for `hold` and `suppress` the case it is about; null when there is none. */
  caseId: number | null;
  /** The merged case that it was addressed to, where it belongs should that one be taken out again; null: `caseId`. */
  homeCaseId: number | null;
  /** Our message it answers or reports on. */
  messageId: number | null;
  /** For `open`: the case that the new one continues. */
  linkedCaseId: number | null;
  /** For `open`: a case that may be the same matter, to be offered to the agent, never joined by itself. */
  suggestedCaseId: number | null;
  reason: ThreadReason;
  /** One sentence for the agent. */
  explain: string;
  /** The subject is another one: the agent is offered to make this a case of its own. */
  offerSplit: boolean;
  /** Machine mail: it joins without reopening the case and without ending anybody's waiting. */
  quiet: boolean;
}

/**
 * Decides where a mail belongs (promises.md, Intake; S1, S2, S4): signed token, then references to ids we sent, then
 * subject and sender as a mere suggestion. A right reference is not enough: whoever is no party of the case, claims to be
 * a user without proof, or is a user no more, is held for a person. Closed cases get a linked successor, merged ones are followed,
 * deleted ones stay deleted.
 */
export function threadMail(input: ThreadInput): ThreadDecision {
  const match = input.tokenMatch ?? input.referenceMatches[0] ?? null;
  const target = match && followMerges(match);
  const about = {
    caseId: target?.deleted ? null : (target?.caseId ?? null),
    homeCaseId: match && target && !target.deleted && match.caseId !== target.caseId ? match.caseId : null,
    messageId: match?.messageId ?? null,
  };
  const settle = (decision: ThreadDecision['decision'], reason: ThreadReason, more: Partial<ThreadDecision> = {}) =>
    decide(decision, reason, { ...about, quiet: input.kind !== 'person' && input.kind !== 'list', ...more });

  if (input.kind === 'own') return settle('suppress', 'own-message');
  if (input.kind === 'bounce') return settle('suppress', 'bounce');
  if (claimsUser(input) && !provesUser(input)) return settle('hold', 'unverified-user');
  if (input.mail.from && input.isFormerUser(input.mail.from.address)) return settle('hold', 'former-user');
  if (!target) return openOwn(input, settle);
  if (target.deleted) return settle('open', 'case-deleted', { caseId: null, homeCaseId: null });
  if (!isParty(input, target)) return settle('hold', 'stranger');
  if (!input.tokenMatch && input.verdict === 'failed') return settle('hold', 'forged-party');
  if (target.status === 'closed') {
    return settle('open', 'case-closed', { caseId: null, homeCaseId: null, linkedCaseId: target.caseId });
  }

  const offerSplit = input.kind === 'person' && hasNewSubject(input.mail.subject, target.subject);
  return settle('append', input.tokenMatch ? 'token' : 'reference', { offerSplit });
}

type Settle = (
  decision: ThreadDecision['decision'],
  reason: ThreadReason,
  more?: Partial<ThreadDecision>,
) => ThreadDecision;

function openOwn(input: ThreadInput, settle: Settle): ThreadDecision {
  const suggestion = input.subjectSuggestions
    .map(followMerges)
    .find(({ deleted, status }) => !deleted && status !== 'closed');
  return suggestion
    ? settle('open', 'subject-suggests', { suggestedCaseId: suggestion.caseId })
    : settle('open', 'nothing-matches');
}

const EXPLAIN: Record<ThreadReason, string> = {
  'own-message': 'This installation sent the mail itself.',
  bounce: 'A mail system reports on a message of ours.',
  'unverified-user': 'The mail claims to come from one of our users, but nothing proves it.',
  'former-user': 'The mail comes from somebody whose access to this desk has ended.',
  stranger: 'The mail answers a message of this case, but its sender takes no part in the case.',
  'forged-party': 'The mail claims to come from a party of this case, but the checks of its sender failed.',
  token: 'The mail answers a message that we sent: its signed token says so.',
  reference: 'The mail refers to a message of this case.',
  'case-closed': 'The mail answers a closed case; it begins a new one that is linked to it.',
  'case-deleted': 'The mail answers a case that was deleted; it begins a new one.',
  'subject-suggests': 'The same sender wrote under this subject lately; it may be the same matter.',
  'nothing-matches': 'The mail answers nothing that we know.',
};

function decide(
  decision: ThreadDecision['decision'],
  reason: ThreadReason,
  more: Partial<ThreadDecision>,
): ThreadDecision {
  const nothing = { caseId: null, homeCaseId: null, messageId: null, linkedCaseId: null, suggestedCaseId: null };
  return { decision, ...nothing, reason, explain: EXPLAIN[reason], offerSplit: false, quiet: false, ...more };
}

/** A chain longer than this, or one that bites its tail, ends where it is. */
const MOST_MERGES = 50;

/** Whoever took part in a case takes part in the one that it was merged into. */
function followMerges(candidate: ThreadCandidate): ThreadCandidate {
  let target = candidate;
  const parties = new Set(candidate.parties);
  for (let step = 0; target.mergedInto && step < MOST_MERGES; step++) {
    target = target.mergedInto;
    for (const party of target.parties) parties.add(party);
  }
  return { ...target, parties: [...parties] };
}

/** Any address field: an answer that goes to a user's address because a stranger wrote it into Reply-To is a claim too. */
function claimsUser({ mail, isUser }: ThreadInput): boolean {
  const claimed = [mail.from, mail.sender, mail.originalSender, ...mail.replyTo];
  return claimed.some((entry) => entry !== null && isUser(entry.address));
}

/** The checks speak of the From domain, so a user counts as proven only there. */
function provesUser({ mail, isUser, verdict }: ThreadInput): boolean {
  return verdict === 'verified' && customerOf(mail)?.via === 'from' && mail.from !== null && isUser(mail.from.address);
}

/**
 * The From address decides. A party named only by Reply-To or X-Original-Sender counts with our token alone, because
 * those headers are outside every check. A user who proved it may write to any case, a former one to none (S5).
 */
function isParty(input: ThreadInput, target: ThreadCandidate): boolean {
  if (provesUser(input)) return true;
  const { mail, tokenMatch } = input;
  const takesPart = (address: string) => target.parties.some((party) => sameAddress(party, address));
  if (mail.from && takesPart(mail.from.address) && !mail.originalSender) return true;
  const customer = customerOf(mail);
  return tokenMatch !== null && customer !== null && takesPart(customer.address);
}

function hasNewSubject(subject: string, caseSubject: string): boolean {
  return normaliseSubject(subject) !== '' && !sameSubject(subject, caseSubject);
}
