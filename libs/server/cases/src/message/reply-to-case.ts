import { Inject, Injectable } from '@nestjs/common';
import { stampOf, type Actor, type CaseStatus, type ReplyToCase as Reply } from '@bureau/contracts';
import { htmlCost, statusAfter } from '@bureau/domain';
import { Clock, CONFIG, Outbox, InvalidInput, ProblemError, Transactional, type Config } from '@bureau/platform';
import type { LockedCase } from '../case/case.repository.ts';
import { excerptOf } from './inbound-message.ts';
import { OutboundIdentity } from './outbound-identity.ts';
import { ReplyRepository, type ReplyRow } from './reply.repository.ts';
import { sanitiseHtml } from './sanitise-html.ts';

/** RFC 5322 sets no limit, but receivers do; the first and the latest ids are what threading needs. */
const REFERENCES_AT_MOST = 20;

const MOST_TAGS = 20_000;
const MOST_LEVELS = 100;

/** Writes to the customer: message, delivery and status are one write, refused when the case has moved on. */
@Injectable()
export class ReplyToCase {
  constructor(
    private readonly replies: ReplyRepository,
    private readonly identity: OutboundIdentity,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Throws case.not-found, case.closed, case.moved-on, case.no-recipient, upload.not-found. */
  @Transactional()
  async run(actor: Actor, caseId: number, reply: Reply): Promise<{ messageId: number; deliveryId: number }> {
    if (actor.kind !== 'user') throw new ProblemError('permission.denied');
    const supportCase = await this.replies.begin(actor, caseId);
    if (!supportCase) throw new ProblemError('case.not-found');
    const { to, from } = addressesOf(supportCase, actor.name);
    const status = statusWith(supportCase, reply.status);
    if (supportCase.sequence !== reply.sequence) {
      throw new ProblemError('case.moved-on', { sequence: supportCase.sequence });
    }
    const uploadIds = [...new Set(reply.uploadIds ?? [])];
    if ((await this.replies.countUploads(actor.userId, uploadIds)) !== uploadIds.length) {
      throw new ProblemError('upload.not-found');
    }

    const { messageId, inReplyTo, references } = supportCase;
    const at = this.clock.now();
    const changes = status === supportCase.status ? null : [{ field: 'status', from: supportCase.status, to: status }];
    const sequence = supportCase.sequence + 1;
    const fact = { caseId, messageId, sequence: changes ? sequence + 1 : sequence, actor: stampOf(actor) };
    const answer: ReplyRow = {
      caseId,
      messageId,
      sequence,
      status,
      excerpt: excerptOf({ text: reply.text, visibleLength: reply.text.length }),
      at,
      subject: replySubject(supportCase.subject),
      text: reply.text,
      html: reply.html === undefined ? null : safeHtml(reply.html),
      from,
      to: [to],
      cc: copies(reply.cc ?? [], to.address),
      mailMessageId: this.identity.messageIdFor({ caseId, messageId, mailboxAddress: from.address }),
      inReplyTo,
      references: inReplyTo ? shorten([...references, inReplyTo]) : shorten(references),
      author: stampOf(actor),
      userId: actor.userId,
      uploadIds,
      changes,
      undoUntil: new Date(at.getTime() + this.config.undoSeconds * 1000),
    };
    const { deliveryId } = await this.replies.store(answer, fact);
    this.outbox.ring();
    return { messageId, deliveryId };
  }
}

function addressesOf(supportCase: LockedCase, agentName: string) {
  const { customerAddress, customerName, mailboxAddress, brandName } = supportCase;
  if (customerAddress === null || mailboxAddress === null) throw new ProblemError('case.no-recipient');
  return {
    to: { name: customerName === customerAddress ? '' : customerName, address: customerAddress },
    from: { name: `${agentName} (${brandName})`, address: mailboxAddress },
  };
}

function statusWith(supportCase: LockedCase, wanted: Reply['status']): CaseStatus {
  const replied = statusAfter(supportCase.status, 'agent-replies');
  if (replied === null) throw new ProblemError('case.closed');
  const status = wanted === undefined ? replied : statusAfter(replied, { set: wanted });
  if (status === null) throw new ProblemError('case.transition');
  return status;
}

/** Sanitising takes time that grows faster than the nesting, in the server's own thread: what no editor writes is refused. */
function safeHtml(html: string): string {
  const { tags, depth } = htmlCost(html);
  if (tags <= MOST_TAGS && depth <= MOST_LEVELS) return sanitiseHtml(html).html;
  throw new InvalidInput([{ path: 'html', message: 'The formatting is too complicated; send it as plain text.' }]);
}

function replySubject(subject: string): string {
  return /^re\s*:/i.test(subject) ? subject : `Re: ${subject}`;
}

function copies(addresses: string[], to: string): { name: string; address: string }[] {
  const distinct = [...new Set(addresses.map((address) => address.toLowerCase()))];
  return distinct.filter((address) => address !== to.toLowerCase()).map((address) => ({ name: '', address }));
}

function shorten(references: string[]): string[] {
  const distinct = [...new Set(references)];
  const [first] = distinct;
  return distinct.length <= REFERENCES_AT_MOST || first === undefined
    ? distinct
    : [first, ...distinct.slice(1 - REFERENCES_AT_MOST)];
}
