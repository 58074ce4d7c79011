import { z } from 'zod';
import { Id, IdParam } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { route } from '../route.ts';
import { FeedNote } from './feed.ts';

/** For so long the author of a note may change it (desk-api-v2.md 3.1), in minutes. */
export const NOTE_EDITABLE_MINUTES = 15;

const words = {
  text: z.string().max(100_000, 'At most 100,000 characters.').trim().min(1, 'Write the note.'),
  html: z.string().max(500_000, 'At most 500,000 characters.').optional(),
  /** Colleagues who are told; they must be able to see the case. */
  mentionedUserIds: z.array(Id).max(50, 'At most 50 colleagues.').default([]),
};

export const AddNote = z.object({
  ...words,
  uploadIds: z.array(Id).max(50, 'At most 50 files.').default([]),
  /** Business rules are not to run because of this write. */
  suppressRules: z.boolean().default(false),
});
export type AddNote = z.infer<typeof AddNote>;

export const EditNote = z.object(words);
export type EditNote = z.infer<typeof EditNote>;

const caseParams = z.object({ caseId: IdParam });

/** Internal text: a type and a table of its own, which nothing that writes to customers reads. */
export const notesApi = {
  list: route('GET', '/cases/:caseId/notes', {
    summary: 'Read the notes of a case, oldest first.',
    allow: 'cases:view',
    params: caseParams,
    query: PageQuery,
    response: pageOf(FeedNote),
  }),
  add: route('POST', '/cases/:caseId/notes', {
    summary: 'Add a note that no customer ever sees.',
    allow: 'cases:note',
    params: caseParams,
    body: AddNote,
    response: FeedNote,
    status: 201,
    idempotent: true,
  }),
  edit: route('PATCH', '/notes/:noteId', {
    summary: 'Change one’s own note, up to 15 minutes after writing it.',
    allow: 'cases:note',
    params: z.object({ noteId: IdParam }),
    body: EditNote,
    response: FeedNote,
  }),
  erase: route('POST', '/notes/:noteId/erase', {
    summary: 'Erase what a note says, with its files and what it said before; that there was one stays.',
    allow: 'cases:delete',
    params: z.object({ noteId: IdParam }),
    response: FeedNote,
  }),
};
