import { change, create, list, remove, show, type DeskRoute } from '../resource/desk-route.ts';
import { CUSTOMERS } from '../customers/customer.source.ts';
import { ofNamedFilter } from '../filters/filter-cases.ts';
import { LABELS } from '../labels/label.source.ts';
import { CASE_NAMES, ChangedCase, NewCase } from './case.body.ts';
import { CASES } from './case.source.ts';
import { CaseWrites } from './case.writes.ts';
import { HISTORY } from './history.source.ts';
import { ANY_REPLIES } from './any-reply.source.ts';
import { MESSAGES, REPLIES } from './interaction.source.ts';
import { NOTES } from './note.source.ts';
import { NewNote, NOTE_NAMES, NoteWrites } from './note.writes.ts';
import { ChangedMessage, NewReply, REPLY_NAMES } from './reply.body.ts';
import { ReplyWrites } from './reply.writes.ts';

export const CASE_ROUTES: DeskRoute[] = [
  list('/cases', {
    summary: 'List the cases, or those of the filter `filter_id`.',
    allow: 'cases:view',
    reads: CASES,
    narrow: ofNamedFilter,
  }),
  list('/cases/search', { summary: 'Find cases.', allow: 'cases:view', reads: CASES }),
  create('/cases', {
    summary: 'Open a case with its first message.',
    allow: 'cases:create',
    mobile: true,
    reads: CASES,
    body: NewCase,
    names: CASE_NAMES,
    by: CaseWrites,
    run: (writes, wish) => writes.open(wish),
  }),
  show('/cases/:case', {
    summary: 'Read a case, by its number or by the id that another system gave it: `e-10`.',
    allow: 'cases:view',
    reads: CASES,
  }),
  change('/cases/:case', {
    summary: 'Change a case; what is not named stays.',
    allow: 'cases:update',
    reads: CASES,
    body: ChangedCase,
    looks: 'itself',
    names: CASE_NAMES,
    by: CaseWrites,
    run: (writes, wish) => writes.change(wish),
  }),
  remove('/cases/:case', {
    summary: 'Put a case into the trash.',
    allow: 'cases:delete',
    reads: CASES,
    by: CaseWrites,
    run: (writes, wish) => writes.remove(wish),
  }),
  show('/cases/:case/message', {
    summary: 'Read what the case began with.',
    allow: 'cases:view',
    reads: MESSAGES,
  }),
  change('/cases/:case/message', {
    summary: 'Hide it from the customer’s pages (`hidden`), or show it again; what was said stays.',
    allow: 'cases:update',
    reads: MESSAGES,
    body: ChangedMessage,
    names: REPLY_NAMES,
    by: ReplyWrites,
    run: (writes, wish) => writes.changeMessage(wish),
  }),
  remove('/cases/:case/message', {
    summary: 'Erase what it says and its files; that there was a message stays.',
    allow: 'cases:delete',
    reads: MESSAGES,
    by: ReplyWrites,
    run: (writes, wish) => writes.remove(wish),
  }),
  list('/cases/:case/replies', {
    summary: 'List what was said since.',
    allow: 'cases:view',
    within: CASES,
    reads: REPLIES,
  }),
  create('/cases/:case/replies', {
    summary: 'Answer (`status` `pending` sends it), or write down what was said elsewhere.',
    allow: 'cases:reply',
    within: CASES,
    reads: REPLIES,
    body: NewReply,
    names: REPLY_NAMES,
    by: ReplyWrites,
    run: (writes, wish) => writes.add(wish),
  }),
  show('/cases/:case/replies/:reply', {
    summary: 'Read a reply, also one’s own that is not sent.',
    allow: 'cases:view',
    reads: ANY_REPLIES,
  }),
  change('/cases/:case/replies/:reply', {
    summary:
      'Change a draft (`status` `pending` sends it); of what was said only whether the customer sees it, `hidden`.',
    allow: 'cases:reply',
    reads: ANY_REPLIES,
    body: NewReply,
    names: REPLY_NAMES,
    by: ReplyWrites,
    run: (writes, wish) => writes.change(wish),
  }),
  remove('/cases/:case/replies/:reply', {
    summary: 'Throw a draft away; erase what else was said and its files, and that there was a reply stays.',
    allow: 'cases:delete',
    reads: ANY_REPLIES,
    by: ReplyWrites,
    run: (writes, wish) => writes.remove(wish),
  }),
  list('/cases/:case/notes', { summary: 'List the notes.', allow: 'cases:view', within: CASES, reads: NOTES }),
  create('/cases/:case/notes', {
    summary: 'Add a note that no customer ever sees.',
    allow: 'cases:note',
    within: CASES,
    reads: NOTES,
    body: NewNote,
    names: NOTE_NAMES,
    by: NoteWrites,
    run: (writes, wish) => writes.add(wish),
  }),
  show('/cases/:case/notes/:note', { summary: 'Read a note.', allow: 'cases:view', reads: NOTES }),
  change('/cases/:case/notes/:note', {
    summary: 'Change one’s own note, up to 15 minutes after writing it.',
    allow: 'cases:note',
    reads: NOTES,
    body: NewNote,
    names: NOTE_NAMES,
    by: NoteWrites,
    run: (writes, wish) => writes.edit(wish),
  }),
  remove('/cases/:case/notes/:note', {
    summary: 'Erase what a note says and its files; that there was one stays.',
    allow: 'cases:delete',
    reads: NOTES,
    by: NoteWrites,
    run: (writes, wish) => writes.erase(wish),
  }),
  list('/cases/:case/labels', { summary: 'List its labels.', allow: 'cases:view', within: CASES, reads: LABELS }),
  list('/cases/:case/history', {
    summary: 'List who changed what, field by field.',
    allow: 'cases:view',
    within: CASES,
    reads: HISTORY,
  }),
  show('/cases/:case/history/:event', { summary: 'Read one change.', allow: 'cases:view', reads: HISTORY }),
  list('/customers/:customer/cases', {
    summary: 'List the cases of a customer.',
    allow: 'cases:view',
    within: CUSTOMERS,
    reads: CASES,
  }),
  create('/customers/:customer/cases', {
    summary: 'Open a case for a customer.',
    allow: 'cases:create',
    within: CUSTOMERS,
    reads: CASES,
    body: NewCase,
    names: CASE_NAMES,
    by: CaseWrites,
    run: (writes, wish) => writes.openFor(wish),
  }),
];
