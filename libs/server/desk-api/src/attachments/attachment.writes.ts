import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AddNote as NoteToAdd } from '@bureau/contracts';
import { AddNote, EraseContent, StoreUpload } from '@bureau/cases';
import { AttachFiles } from '@bureau/knowledge';
import { z } from 'zod';
import { wholeNumber } from '../resource/condition.ts';
import type { Wish } from '../resource/desk-route.ts';
import { understood } from '../resource/understood.ts';

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
    private readonly eraseContent: EraseContent,
    private readonly attachFiles: AttachFiles,
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
}

function fileIn({ file_name: fileName, content_type: contentType, content }: NewAttachment) {
  return { fileName, contentType, content: Readable.from([Buffer.from(content, 'base64')]) };
}
