import { Controller } from '@nestjs/common';
import { notesApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, ProblemError, type HttpExchange, type RawJson } from '@bureau/platform';
import { CaseRepository } from '../case/case.repository.ts';
import { afterOf, pageInSequence } from '../case/history.controller.ts';
import { EraseContent } from '../message/erase-content.ts';
import { AddNote } from './add-note.ts';
import { EditNote } from './edit-note.ts';
import { NoteRepository } from './note.repository.ts';

@Controller()
export class NotesController {
  constructor(
    private readonly cases: CaseRepository,
    private readonly notes: NoteRepository,
    private readonly addNote: AddNote,
    private readonly editNote: EditNote,
    private readonly eraseContent: EraseContent,
  ) {}

  @Handles(notesApi.list)
  async list(actor: Actor, { params, query }: RouteCall<typeof notesApi.list>): Promise<RawJson> {
    const after = afterOf(query.cursor);
    if (!(await this.cases.isVisible(actor, params.caseId))) throw new ProblemError('case.not-found');
    return pageInSequence(await this.notes.ofCase(params.caseId, { after, limit: query.limit + 1 }), query.limit);
  }

  /** Also while a colleague works on the case: notes of two people do not get into each other's way. */
  @Handles(notesApi.add)
  async add(
    actor: Actor,
    { params, body }: RouteCall<typeof notesApi.add>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    const { noteId } = await this.addNote.run(actor, params.caseId, body, { ifMatch });
    return this.notes.read(noteId);
  }

  @Handles(notesApi.edit)
  async edit(
    actor: Actor,
    { params, body }: RouteCall<typeof notesApi.edit>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    await this.editNote.run(actor, params.noteId, body, { ifMatch });
    return this.notes.read(params.noteId);
  }

  @Handles(notesApi.erase)
  async erase(actor: Actor, { params }: RouteCall<typeof notesApi.erase>): Promise<RawJson> {
    await this.eraseContent.note(actor, params.noteId);
    return this.notes.read(params.noteId);
  }
}
