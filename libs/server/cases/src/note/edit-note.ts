import { Injectable } from '@nestjs/common';
import {
  causeOf,
  NOTE_EDITABLE_MINUTES,
  stampOf,
  userIdOf,
  type Actor,
  type EditNote as Words,
} from '@bureau/contracts';
import { Clock, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { CaseRepository, type LockOptions } from '../case/case.repository.ts';
import { safeHtml } from '../message/safe-html.ts';
import { Mentions } from './mentions.ts';
import { NoteRepository, type WrittenNote } from './note.repository.ts';
import { refuseClosed } from '../case/refuse-closed.ts';

/** Changes a note, for a short while and by its author only; what was written in Salesforce, by Salesforce at any time. The history keeps what it said before. */
@Injectable()
export class EditNote {
  constructor(
    private readonly cases: CaseRepository,
    private readonly notes: NoteRepository,
    private readonly mentions: Mentions,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Throws note.not-found, note.of-another, note.settled, note.erased, case.closed, and request.invalid naming the field. */
  @Transactional()
  async run(actor: Actor, noteId: number, words: Words, options: LockOptions = {}): Promise<void> {
    const { note, supportCase } = await this.begin(actor, noteId, options);
    const mentionedUserIds = await this.mentions.check(note.caseId, words.mentionedUserIds);
    const html = words.html === undefined ? null : safeHtml(words.html);

    const { caseId } = note;
    const at = this.clock.now();
    const sequence = supportCase.sequence + 1;
    await this.notes.edit(noteId, { text: words.text, html, mentionedUserIds, at });
    await this.cases.patch(caseId, { notes: 0 }, { items: 1, at });
    const changes = [{ field: 'note.text', from: note.text, to: words.text }];
    const line = { sequence, event: 'note.edited', actor: stampOf(actor), changes, reason: null, at };
    await this.cases.tell(caseId, { ...line, context: { noteId } });
    const fresh = mentionedUserIds.filter((userId) => !note.mentionedUserIds.includes(userId));
    await this.outbox.add('note.edited', {
      caseId,
      sequence,
      actor: stampOf(actor),
      noteId,
      mentionedUserIds: fresh,
      ...causeOf(actor),
    });
  }

  private async begin(actor: Actor, noteId: number, options: LockOptions) {
    const found = await this.notes.find(noteId);
    const supportCase = found && (await this.cases.lock(actor, found.caseId, options));
    // Read again behind the lock: a merge may have carried it elsewhere meanwhile.
    const note = supportCase && (await this.notes.find(noteId));
    if (!note || note.caseId !== supportCase.id) throw new ProblemError('note.not-found');
    this.checkAuthor(actor, note);
    refuseClosed(supportCase);
    return { note, supportCase };
  }

  private checkAuthor(actor: Actor, { userId, at, bySync, isErased }: WrittenNote): void {
    if (isErased) throw new ProblemError('note.erased');
    if (actor.kind === 'sync' && bySync) return;
    if (userId === null || userId !== userIdOf(actor)) throw new ProblemError('note.of-another');
    const settledAt = at.getTime() + NOTE_EDITABLE_MINUTES * 60_000;
    if (this.clock.now().getTime() >= settledAt) throw new ProblemError('note.settled');
  }
}
