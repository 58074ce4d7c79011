import { Inject, Injectable } from '@nestjs/common';
import {
  causeOf,
  stampOf,
  type Actor,
  type CaseStatus,
  type MailAddress,
  type ReplyToCase as Reply,
} from '@bureau/contracts';
import { statusAfter } from '@bureau/domain';
import { Clock, CONFIG, Outbox, ProblemError, Transactional, type Config } from '@bureau/platform';
import { CaseRepository, type LockedCase, type LockOptions } from '../case/case.repository.ts';
import { excerptOf } from './inbound-message.ts';
import { OutboundIdentity } from './outbound-identity.ts';
import { recipientsOf } from './recipients-of.ts';
import { ReplyRepository, type AnswerableCase, type ReplyRow } from './reply.repository.ts';
import { safeHtml } from './safe-html.ts';
import { isOnNetwork, SocialReplies } from './social-replies.ts';
import { closedProblem } from '../case/refuse-closed.ts';

/** RFC 5322 sets no limit, but receivers do; the first and the latest ids are what threading needs. */
const REFERENCES_AT_MOST = 20;

/** How an answer leaves. */
type Way = Pick<
  ReplyRow,
  | 'channel'
  | 'subject'
  | 'html'
  | 'from'
  | 'to'
  | 'cc'
  | 'bcc'
  | 'mailMessageId'
  | 'inReplyTo'
  | 'references'
  | 'route'
  | 'posts'
>;

const NO_MAIL = { subject: '', html: null, cc: [], bcc: [], mailMessageId: null, inReplyTo: null, references: [] };

/** Writes to the customer: message, delivery and status are one write, refused when the case has moved on. */
@Injectable()
export class ReplyToCase {
  constructor(
    private readonly cases: CaseRepository,
    private readonly replies: ReplyRepository,
    private readonly identity: OutboundIdentity,
    private readonly networks: SocialReplies,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * To the customer, on the network that the case came from or by mail, or to whom the agent names; the customer of the case
   * stays who it is (S4). Throws case.not-found, case.closed, case.merged, case.locked, case.moved-on, case.no-recipient,
   * upload.not-found, delivery.not-failed, and what {@link SocialReplies.route} refuses.
   */
  @Transactional()
  async run(
    actor: Actor,
    caseId: number,
    reply: Reply,
    { heedsLock = false }: Pick<LockOptions, 'heedsLock'> = {},
  ): Promise<{ messageId: number; deliveryId: number }> {
    if (actor.kind !== 'user' && actor.kind !== 'application') throw new ProblemError('permission.denied');
    if (reply.replacesDeliveryId !== undefined) await this.replies.hold(reply.replacesDeliveryId);
    const supportCase = await this.replies.begin(actor, caseId);
    if (!supportCase) throw new ProblemError('case.not-found');
    if (heedsLock) await this.cases.heedLock(actor, supportCase);
    const way = await this.wayOf(actor, supportCase, reply);
    const status = statusWith(supportCase, reply.status);
    await this.replies.refuseIfLate(actor.userId, supportCase, reply.sequence);
    const uploadIds = await this.uploadsOf(actor.userId, reply);

    const { messageId } = supportCase;
    const at = this.clock.now();
    const changes = status === supportCase.status ? null : [{ field: 'status', from: supportCase.status, to: status }];
    const sequence = supportCase.sequence + 1;
    const fact = {
      caseId,
      messageId,
      sequence: changes ? sequence + 1 : sequence,
      actor: stampOf(actor),
      changes: changes ?? [],
      suppressRules: reply.suppressRules,
      ...causeOf(actor),
    };
    const answer: ReplyRow = {
      ...way,
      caseId,
      messageId,
      sequence,
      status,
      excerpt: excerptOf({ text: reply.text, visibleLength: reply.text.length }),
      at,
      text: reply.text,
      author: stampOf(actor),
      userId: actor.userId,
      uploadIds,
      changes,
      undoUntil: new Date(at.getTime() + this.config.undoSeconds * 1000),
    };
    const { deliveryId } = await this.replies.store(answer, fact);
    if (reply.replacesDeliveryId !== undefined) await this.replies.replace(reply.replacesDeliveryId, answer);
    this.outbox.ring();
    return { messageId, deliveryId };
  }

  private async wayOf(actor: Actor, supportCase: AnswerableCase, reply: Reply): Promise<Way> {
    if (!isOnNetwork(supportCase) || reply.to !== undefined) return this.byMail(actor, supportCase, reply);
    const { text, uploadIds = [], post: how = {} } = reply;
    const { from, to, route, posts } = await this.networks.route(actor, supportCase, { text, uploadIds, how });
    // A post has neither subject nor formatting.
    return { ...NO_MAIL, channel: supportCase.channel, from, to, route, posts };
  }

  private async byMail(actor: Actor, supportCase: AnswerableCase, reply: Reply): Promise<Way> {
    const from = senderOf(supportCase, supportCase.publicName ?? actor.name);
    const { id: caseId, messageId, inReplyTo, references } = supportCase;
    return {
      ...(await this.recipientsFor(supportCase, reply)),
      channel: 'email',
      subject: reply.subject ?? replySubject(supportCase.subject),
      html: reply.html === undefined ? null : safeHtml(reply.html),
      from,
      mailMessageId: this.identity.messageIdFor({ caseId, messageId, mailboxAddress: from.address }),
      inReplyTo,
      references: inReplyTo ? shorten([...references, inReplyTo]) : shorten(references),
      route: null,
      posts: [],
    };
  }

  /** Throws upload.not-found. */
  private async uploadsOf(userId: number, { uploadIds = [] }: Reply): Promise<number[]> {
    const ids = [...new Set(uploadIds)];
    if ((await this.replies.countUploads(userId, ids)) !== ids.length) throw new ProblemError('upload.not-found');
    return ids;
  }

  private async recipientsFor(supportCase: LockedCase, reply: Reply) {
    const customer = customerOf(supportCase);
    if (customer === null && reply.to === undefined) throw new ProblemError('case.no-recipient');
    const named = [reply.to, reply.cc, reply.bcc].some((addresses) => (addresses?.length ?? 0) > 0);
    // Most answers name nobody, and need not know our mailboxes.
    return recipientsOf(reply, { customer, ownAddresses: named ? await this.replies.ownAddresses() : [] });
  }
}

/** From the mailbox of the case, under the name that customers know the agent by. Throws case.no-recipient: without mailbox nothing leaves. */
export function senderOf({ mailboxAddress, brandName }: LockedCase, agentName: string): MailAddress {
  if (mailboxAddress === null) throw new ProblemError('case.no-recipient');
  return { name: `${agentName} (${brandName})`, address: mailboxAddress };
}

function customerOf({ customerName, customerAddress }: LockedCase): MailAddress | null {
  if (customerAddress === null) return null;
  return { name: customerName === customerAddress ? '' : customerName, address: customerAddress };
}

function statusWith(supportCase: LockedCase, wanted: Reply['status']): CaseStatus {
  const replied = statusAfter(supportCase.status, 'agent-replies');
  if (replied === null) throw closedProblem(supportCase);
  const status = wanted === undefined ? replied : statusAfter(replied, { set: wanted });
  if (status === null) throw new ProblemError('case.transition');
  return status;
}

function replySubject(subject: string): string {
  return /^re\s*:/i.test(subject) ? subject : `Re: ${subject}`;
}

function shorten(references: string[]): string[] {
  const distinct = [...new Set(references)];
  const [first] = distinct;
  return distinct.length <= REFERENCES_AT_MOST || first === undefined
    ? distinct
    : [first, ...distinct.slice(1 - REFERENCES_AT_MOST)];
}
