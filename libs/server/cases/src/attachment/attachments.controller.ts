import { Readable } from 'node:stream';
import { Controller, StreamableFile } from '@nestjs/common';
import { attachmentsApi, type Actor, type RouteCall, type Upload } from '@bureau/contracts';
import { BlobStorage, Database, Handles, ProblemError, type HttpExchange } from '@bureau/platform';
import { caseAccess } from '../case/case-access.ts';
import { downloadHeaders } from './download-headers.ts';
import { StoreUpload } from './store-upload.ts';

interface AttachmentRow {
  fileName: string;
  contentType: string;
  size: number;
  sha256: string;
}

@Controller()
export class AttachmentsController {
  constructor(
    private readonly storeUpload: StoreUpload,
    private readonly storage: BlobStorage,
    private readonly database: Database,
  ) {}

  @Handles(attachmentsApi.upload)
  upload(actor: Actor, { query }: RouteCall<typeof attachmentsApi.upload>, { request }: HttpExchange): Promise<Upload> {
    const contentType = query.contentType ?? 'application/octet-stream';
    const content = request.body instanceof Readable ? request.body : Readable.from([]);
    return this.storeUpload.run(actor, { fileName: query.fileName, contentType, content });
  }

  @Handles(attachmentsApi.download)
  async download(
    actor: Actor,
    { params }: RouteCall<typeof attachmentsApi.download>,
    { reply }: HttpExchange,
  ): Promise<StreamableFile> {
    const access = caseAccess(actor, 2);
    const file = await this.database.row<AttachmentRow>(
      `SELECT a.file_name AS "fileName", a.content_type AS "contentType", a.size, a.sha256
       FROM attachments a JOIN messages m ON m.id = a.message_id JOIN cases c ON c.id = m.case_id
       WHERE a.id = $1 AND c.deleted_at IS NULL AND ${access.sql}`,
      [params.attachmentId, ...access.values],
    );
    if (!file) throw new ProblemError('attachment.not-found');
    void reply.headers(downloadHeaders(file));
    return new StreamableFile(await this.storage.read(file.sha256), { length: file.size });
  }
}
