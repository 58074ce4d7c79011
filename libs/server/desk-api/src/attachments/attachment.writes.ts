import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AddNote as NoteToAdd, type Actor } from '@bureau/contracts';
import { AddNote, AttachToMessage, EraseContent, StoreUpload } from '@bureau/cases';
import { AttachFiles } from '@bureau/knowledge';
import { ProblemError } from '@bureau/platform';
import { z } from 'zod';
import { CASES } from '../cases/case.source.ts';
import { DraftWrites } from '../cases/draft.writes.ts';
import { wholeNumber } from '../resource/condition.ts';
import type { Made, Wish } from '../resource/desk-route.ts';
import { SourceQueries } from '../resource/source.queries.ts';
import { understood } from '../resource/understood.ts';
import { CASE_ATTACHMENTS } from './attachment.source.ts';

/** Bytes of a body: the longest file in Base64, and what stands around it. */
export const ATTACHMENT_BODY_LIMIT = 28 * 1024 * 1024;

export const NewAttachment = z.object({
  file_name: z
    .string()
    .trim()
    .min(1, 'Name the file.')
    .max(255, 'At most 255 characters.')
    .refine((name) => !/\p{Cc}/u.test(name), 'Leave out control characters.'),
  content_type: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[\w!#$&^.+-]{1,60}\/[\w!#$&^.+-]{1,100}$/, 'Write a type such as image/png.')
    .catch('application/octet-stream'),
  content: z
    .string()
    .min(1, 'Send the file in Base64.')
    .refine((text) => !/[^A-Za-z0-9+/=\s]/.test(text), 'Send the file in Base64.'),
});
type NewAttachment = z.output<typeof NewAttachment>;

@Injectable()
export class AttachmentWrites {
  constructor(
    private readonly storeUpload: StoreUpload,
    private readonly addNote: AddNote,
    private readonly attachToMessage: AttachToMessage,
    private readonly drafts: DraftWrites,
    private readonly eraseContent: EraseContent,
    private readonly attachFiles: AttachFiles,
    private readonly sources: SourceQueries,
  ) {}

  /**
   * A file of a case came with something that was said or noted: this one comes with a note of its name. Returns the
   * number of the note. Throws request.too-large, and what {@link AddNote.run} throws.
   */
  async addToCase({ actor, id: caseId, body }: Wish<NewAttachment>): Promise<number> {
    const upload = await this.storeUpload.run(actor, fileIn(body));
    const note = understood(NoteToAdd, { text: body.file_name, uploadIds: [upload.id] });
    const { noteId } = await this.addNote.run(actor, caseId, note, { keepsDraft: true });
    return noteId;
  }

  /** To what is only written down here. Throws request.too-large, and what {@link AttachToMessage.run} throws. */
  async addToMessage({ actor, id: messageId, body }: Wish<NewAttachment>): Promise<Made> {
    const upload = await this.storeUpload.run(actor, fileIn(body));
    const { attachmentId } = await this.attachToMessage.run(actor, messageId, upload.id);
    return { reads: CASE_ATTACHMENTS, keys: { attachment: String(attachmentId) } };
  }

  /** It is sent with it. Throws request.too-large, request.invalid beyond the most there may be. */
  async addToDraft({ actor, keys, body }: Wish<NewAttachment>): Promise<number> {
    const caseId = await this.caseOf(actor, keys);
    const upload = await this.storeUpload.run(actor, fileIn(body));
    await this.drafts.files(actor, caseId, (ids) => [...ids, upload.id]);
    return upload.id;
  }

  async removeFromDraft({ actor, id, keys }: Wish<unknown>): Promise<void> {
    await this.drafts.files(actor, await this.caseOf(actor, keys), (ids) => ids.filter((uploadId) => uploadId !== id));
  }

  /** Its bytes; that there was a file stays. Throws message.under-way. */
  async erase({ actor, id }: Wish<unknown>): Promise<void> {
    await this.eraseContent.attachment(actor, id);
  }

  /** Throws request.too-large, and what {@link AttachFiles.add} throws. */
  async addToArticle({ actor, id: articleId, body }: Wish<NewAttachment>): Promise<number> {
    const { id } = await this.attachFiles.add(actor, articleId, { ...fileIn(body), inline: false });
    return id;
  }

  async removeFromArticle({ actor, id, keys }: Wish<unknown>): Promise<void> {
    await this.attachFiles.remove(actor, wholeNumber(keys['article'] ?? ''), id);
  }

  private async caseOf(actor: Actor, { case: named = '' }: Record<string, string>): Promise<number> {
    const caseId = await this.sources.find(actor, CASES, { case: named });
    if (caseId === undefined) throw new ProblemError('case.not-found');
    return caseId;
  }
}

function fileIn({ file_name: fileName, content_type: contentType, content }: NewAttachment) {
  return { fileName, contentType, content: Readable.from([Buffer.from(content, 'base64')]) };
}
