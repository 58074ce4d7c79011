import { Injectable } from '@nestjs/common';
import { UPLOAD_LIMIT } from '@bureau/contracts';
import { BlobStorage, Database, InvalidInput, ProblemError } from '@bureau/platform';
import type { FastifyRequest } from 'fastify';
import { CenterForm, type StoredFile } from './center-form.ts';

/** `desk.system.max_attachments`. */
export const MAX_ATTACHMENTS = 5;

/** Of one form: fields, bytes of a field's name, bytes of its value (a mail body of 5 KB, every character escaped). */
const LIMITS = { fields: 200, fieldNameSize: 200, fieldSize: 64 * 1024, fileSize: UPLOAD_LIMIT };

/** Reads what a form posted; files go into the storage while they arrive and are never held in memory. */
@Injectable()
export class ReadForm {
  constructor(
    private readonly storage: BlobStorage,
    private readonly database: Database,
  ) {}

  /** Throws request.invalid (too many files or fields), request.too-large, request.malformed, storage.unavailable. */
  async run(request: FastifyRequest): Promise<CenterForm> {
    if (request.isMultipart()) return this.readParts(request);
    return new CenterForm(entriesOf(request.body));
  }

  private async readParts(request: FastifyRequest): Promise<CenterForm> {
    const entries: [string, string][] = [];
    const files: StoredFile[] = [];
    // One more than allowed is let through, so that it can be told from a broken request.
    const limits = { ...LIMITS, files: MAX_ATTACHMENTS + 1 };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        if (part.valueTruncated || part.fieldnameTruncated) throw new ProblemError('request.too-large');
        entries.push([cleaned(part.fieldname), cleaned(String(part.value))]);
        continue;
      }
      const stored = await this.storage.put(part.file);
      if (part.filename === '' || stored.size === 0) continue;
      if (files.length === MAX_ATTACHMENTS) throw tooManyFiles(part.fieldname);
      await this.database.run('INSERT INTO blobs (sha256, size) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        stored.sha256,
        stored.size,
      ]);
      const fileName = cleaned(part.filename).slice(-200) || 'file';
      files.push({ field: cleaned(part.fieldname), fileName, contentType: part.mimetype.slice(0, 100), ...stored });
    }
    return new CenterForm(entries, files);
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
