import { Injectable } from '@nestjs/common';
import { AddNote as NoteToAdd } from '@bureau/contracts';
import { AddNote } from '@bureau/cases';
import { z } from 'zod';
import type { Wish } from '../resource/desk-route.ts';
import { understood } from '../resource/understood.ts';

export const NewNote = z.object({ body: z.unknown().optional(), suppress_rules: z.boolean().nullish().catch(null) });

export const NOTE_NAMES: Record<string, string> = { text: 'body' };

@Injectable()
export class NoteWrites {
  constructor(private readonly addNote: AddNote) {}

  /** Throws what {@link AddNote.run} throws. */
  async add({ actor, id: caseId, body }: Wish<z.output<typeof NewNote>>): Promise<number> {
    const note = understood(NoteToAdd, { text: body.body, suppressRules: body.suppress_rules ?? undefined });
    const { noteId } = await this.addNote.run(actor, caseId, note, { keepsDraft: true });
    return noteId;
  }
}
