import { Injectable } from '@nestjs/common';
import { AddNote as NoteToAdd, EditNote as NoteToEdit } from '@bureau/contracts';
import { AddNote, EditNote, EraseContent } from '@bureau/cases';
import { z } from 'zod';
import { Anything, Flag } from '../resource/body.ts';
import type { Wish } from '../resource/desk-route.ts';
import { understood } from '../resource/understood.ts';

export const NewNote = z.object({ body: Anything, suppress_rules: Flag });

export const NOTE_NAMES: Record<string, string> = { text: 'body' };

@Injectable()
export class NoteWrites {
  constructor(
    private readonly addNote: AddNote,
    private readonly editNote: EditNote,
    private readonly eraseContent: EraseContent,
  ) {}

  /** Throws what {@link AddNote.run} throws. */
  async add({ actor, id: caseId, body }: Wish<z.output<typeof NewNote>>): Promise<number> {
    const note = understood(NoteToAdd, { text: body.body, suppressRules: body.suppress_rules ?? undefined });
    const { noteId } = await this.addNote.run(actor, caseId, note, { keepsDraft: true });
    return noteId;
  }

  /** By its author, for 15 minutes. Throws what {@link EditNote.run} throws. */
  async edit({ actor, id, body }: Wish<z.output<typeof NewNote>>): Promise<void> {
    if (body.body !== undefined) await this.editNote.run(actor, id, understood(NoteToEdit, { text: body.body }));
  }

  /** Throws note.not-found. */
  async erase({ actor, id }: Wish<unknown>): Promise<void> {
    await this.eraseContent.note(actor, id);
  }
}
