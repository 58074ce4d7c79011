import { Injectable } from '@nestjs/common';
import { SaveDraft, type Actor, type Draft } from '@bureau/contracts';
import { CaseRepository, DraftsService, ReplyToCase, type LockedCase } from '@bureau/cases';
import { textAsHtml } from '@bureau/domain';
import { ProblemError, Transactional } from '@bureau/platform';
import type { Made, Wish } from '../resource/desk-route.ts';
import { understood } from '../resource/understood.ts';
import { DRAFTS } from './draft.source.ts';
import { REPLIES } from './interaction.source.ts';
import { addressesIn, sendingOf, type NewReply } from './reply.body.ts';

/** Replies that wait for somebody to send them. */
@Injectable()
export class DraftWrites {
  constructor(
    private readonly cases: CaseRepository,
    private readonly drafts: DraftsService,
    private readonly replyToCase: ReplyToCase,
  ) {}

  /** Begins it anew: to the customer, about the case, unless it says otherwise. Throws what the verbs throw. */
  @Transactional()
  async begin({ actor, id: caseId, body }: Wish<NewReply>): Promise<Made> {
    return this.keep(actor, await this.cases.lockOrThrow(actor, caseId), body);
  }

  /** What is not named stays; `pending` sends it. Throws what the verbs throw. */
  @Transactional()
  async change({ actor, id: caseId, body }: Wish<NewReply>): Promise<Made> {
    const supportCase = await this.cases.lockOrThrow(actor, caseId);
    const { draft } = await this.drafts.get(actor, { caseId, kind: 'reply' });
    const wanted = draft ? over(draft, body) : body;
    if (body.status !== 'pending') return this.keep(actor, supportCase, wanted, draft ?? undefined);
    const uploadIds = draft?.uploads.map(({ id }) => id);
    const { messageId } = await this.replyToCase.run(actor, caseId, { ...sendingOf(wanted, supportCase), uploadIds });
    return { reads: REPLIES, keys: { case: String(caseId), reply: String(messageId) } };
  }

  async remove({ actor, id: caseId }: Pick<Wish<unknown>, 'actor' | 'id'>): Promise<void> {
    await this.drafts.discard(actor, { caseId, kind: 'reply' });
  }

  /** Changes which files it is sent with. Throws draft.not-found, request.invalid beyond the most there may be. */
  @Transactional()
  async files(actor: Actor, caseId: number, wanted: (uploadIds: number[]) => number[]): Promise<void> {
    await this.cases.lockOrThrow(actor, caseId);
    const { draft } = await this.drafts.get(actor, { caseId, kind: 'reply' });
    if (!draft) throw new ProblemError('draft.not-found');
    const uploadIds = wanted(draft.uploads.map(({ id }) => id));
    await this.drafts.save(actor, { caseId, kind: 'reply' }, understood(SaveDraft, { ...draft, uploadIds }));
  }

  /** Within the transaction of the lock. */
  async keep(actor: Actor, { id: caseId, sequence }: LockedCase, body: NewReply, before?: Draft): Promise<Made> {
    const text = body.body ?? '';
    const draft = understood(SaveDraft, {
      html: before?.text === text ? before.html : textAsHtml(text),
      text,
      subject: body.subject ?? null,
      to: addressesIn(body.to) ?? null,
      cc: addressesIn(body.cc) ?? null,
      bcc: addressesIn(body.bcc) ?? null,
      sequence,
      uploadIds: before?.uploads.map(({ id }) => id) ?? [],
    });
    await this.drafts.save(actor, { caseId, kind: 'reply' }, draft);
    return { reads: DRAFTS, keys: { case: String(caseId) } };
  }
}

function over({ text, subject, to, cc, bcc }: Draft, body: NewReply): NewReply {
  const said = (addresses: string[] | null) => addresses?.join(', ');
  return {
    ...body,
    body: body.body ?? text,
    subject: body.subject ?? subject,
    to: body.to ?? said(to),
    cc: body.cc ?? said(cc),
    bcc: body.bcc ?? said(bcc),
  };
}
