import { Injectable } from '@nestjs/common';
import { causeOf, stampOf, userIdOf, type Actor, type AddNote as Note } from '@bureau/contracts';
import { Clock, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { CaseReferenceRepository } from '../case/case-reference.repository.ts';
import { CaseRepository, type LockOptions } from '../case/case.repository.ts';
import { safeHtml } from '../message/safe-html.ts';
import { Mentions } from './mentions.ts';
import { NoteRepository } from './note.repository.ts';
import { refuseClosed } from '../case/refuse-closed.ts';

/** Adds internal text to a case and tells those whom it names. */
@Injectable()
export class AddNote {
  constructor(
    private readonly cases: CaseRepository,
    private readonly notes: NoteRepository,
    private readonly references: CaseReferenceRepository,
    private readonly mentions: Mentions,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * `keepsDraft`: what its author has begun to write on the case is something else. Without it the note is his draft, done.
   * `published`: its customer can read it where it was written.
   * Throws case.not-found, case.closed, case.merged, upload.not-found, and request.invalid naming the field.
   */
  @Transactional()
  async run(
    actor: Actor,
    caseId: number,
    note: Note,
    {
      keepsDraft = false,
      published = false,
      ...options
    }: LockOptions & { keepsDraft?: boolean; published?: boolean } = {},
  ): Promise<{ noteId: number }> {
    if (actor.kind === 'customer') throw new ProblemError('permission.denied');
    const userId = userIdOf(actor) ?? null;
    const supportCase = await this.cases.lockOrThrow(actor, caseId, options);
    refuseClosed(supportCase);
    const { text, suppressRules } = note;
    const mentionedUserIds = await this.mentions.check(caseId, note.mentionedUserIds);
    const files = await this.references.uploads(userId, [...new Set(note.uploadIds)]);
    const html = note.html === undefined ? null : safeHtml(note.html);

    const at = this.clock.now();
    const sequence = supportCase.sequence + 1;
    const author = stampOf(actor);
    const written = { caseId, sequence, text, html, author, userId, mentionedUserIds, at, keepsDraft, published };
    const noteId = await this.notes.add(written, files);
    await this.cases.patch(caseId, { notes: 1, attachments: files.length }, { items: 1, at });
    const fact = { caseId, sequence, actor: author, noteId, mentionedUserIds, suppressRules };
    await this.outbox.add('note.added', { ...fact, ...causeOf(actor) });
    return { noteId };
  }
}
