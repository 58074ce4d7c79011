import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { WebFormBrake } from '@bureau/channels';
import { UPLOAD_LIMIT } from '@bureau/contracts';
import { BlobStorage, Database, InvalidInput, ProblemError } from '@bureau/platform';
import type { FastifyRequest } from 'fastify';
import { CenterForm, type StoredFile } from './center-form.ts';

/** `desk.system.max_attachments`. */
export const MAX_ATTACHMENTS = 5;

/** Of one form: fields, bytes of a field's name, bytes of its value (a mail body of 5 KB, every character escaped). */
const LIMITS = { fields: 200, fieldNameSize: 200, fieldSize: 64 * 1024, fileSize: UPLOAD_LIMIT };

/** Whose form it is, and whether the page that takes it has a use for files. */
export interface FormSender {
  network: string;
  takesFiles: boolean;
}

/** A file on its way. */
interface SentFile {
  fieldname: string;
  filename: string;
  mimetype: string;
  file: Readable;
}

/** Reads what a form posted; files go into the storage while they arrive and are never held in memory. */
@Injectable()
export class ReadForm {
  constructor(
    private readonly storage: BlobStorage,
    private readonly database: Database,
    private readonly brake: WebFormBrake,
  ) {}

  /** Throws request.invalid (too many files or fields), request.too-large, request.malformed, storage.unavailable. */
  async run(request: FastifyRequest, sender: FormSender): Promise<CenterForm> {
    if (request.isMultipart()) return this.readParts(request, sender);
    return new CenterForm(entriesOf(request.body));
  }

  private async readParts(request: FastifyRequest, { network, takesFiles }: FormSender): Promise<CenterForm> {
    const entries: [string, string][] = [];
    const files: StoredFile[] = [];
    let isTaken: Promise<boolean> | undefined;
    let filesRefused = false;
    // One more than allowed is let through, so that it can be told from a broken request.
    const limits = { ...LIMITS, files: MAX_ATTACHMENTS + 1 };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        if (part.valueTruncated || part.fieldnameTruncated) throw new ProblemError('request.too-large');
        entries.push([cleaned(part.fieldname), cleaned(String(part.value))]);
        continue;
      }
      // A browser sends a field without a file as one without a name.
      const keeps = takesFiles && part.filename !== '' && (await (isTaken ??= this.brake.takesFiles(network)));
      if (!keeps) {
        filesRefused ||= takesFiles && part.filename !== '';
        part.file.resume();
        continue;
      }
      const file = await this.keep(part);
      if (file && files.length === MAX_ATTACHMENTS) throw tooManyFiles(part.fieldname);
      if (file) files.push(file);
    }
    return new CenterForm(entries, { files, filesRefused });
  }

  /** Undefined for a file with nothing in it. */
  private async keep(part: SentFile): Promise<StoredFile | undefined> {
    const stored = await this.storage.put(part.file);
    if (stored.size === 0) return undefined;
    await this.database.run('INSERT INTO blobs (sha256, size) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      stored.sha256,
      stored.size,
    ]);
    const fileName = cleaned(part.filename).slice(-200) || 'file';
    return { field: cleaned(part.fieldname), fileName, contentType: part.mimetype.slice(0, 100), ...stored };
  }
}

function tooManyFiles(path: string): InvalidInput {
  return new InvalidInput([{ path, message: `Attach at most ${MAX_ATTACHMENTS} files.` }]);
}

/** The fields of an urlencoded body, as the HTTP layer has read them. */
function entriesOf(body: unknown): [string, string][] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body)
    .slice(0, LIMITS.fields)
    .flatMap(([name, value]) => [value].flat().map((one): [string, string] => [cleaned(name), cleaned(String(one))]));
}

/** Text that a database can keep: no halves of characters, no NUL. */
export function cleaned(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}
