import { Readable } from 'node:stream';
import { Controller, StreamableFile } from '@nestjs/common';
import { attachmentsApi, messagesApi, type Actor, type RouteCall, type Upload } from '@bureau/contracts';
import { BlobStorage, Handles, type HttpExchange, type RawJson } from '@bureau/platform';
import { EraseContent } from '../message/erase-content.ts';
import { AttachmentQueries } from './attachment.queries.ts';
import { downloadHeaders } from './download-headers.ts';
import { StoreUpload } from './store-upload.ts';
import { Thumbnails } from './thumbnails.ts';

@Controller()
export class AttachmentsController {
  constructor(
    private readonly storeUpload: StoreUpload,
    private readonly eraseContent: EraseContent,
    private readonly queries: AttachmentQueries,
    private readonly thumbnails: Thumbnails,
    private readonly storage: BlobStorage,
  ) {}

  @Handles(attachmentsApi.upload)
  upload(actor: Actor, { query }: RouteCall<typeof attachmentsApi.upload>, { request }: HttpExchange): Promise<Upload> {
    const contentType = query.contentType ?? 'application/octet-stream';
    const content = request.body instanceof Readable ? request.body : Readable.from([]);
    return this.storeUpload.run(actor, { fileName: query.fileName, contentType, content });
  }

  @Handles(attachmentsApi.uploaded)
  async uploaded(
    actor: Actor,
    { params }: RouteCall<typeof attachmentsApi.uploaded>,
    { reply }: HttpExchange,
  ): Promise<StreamableFile> {
    const file = await this.queries.findUpload(actor, params.uploadId);
    void reply.headers(downloadHeaders(file));
    return new StreamableFile(await this.storage.read(file.sha256), { length: file.size });
  }

  @Handles(attachmentsApi.download)
  async download(
    actor: Actor,
    { params }: RouteCall<typeof attachmentsApi.download>,
    { reply }: HttpExchange,
  ): Promise<StreamableFile> {
    const file = await this.queries.find(actor, params.attachmentId);
    void reply.headers(downloadHeaders(file));
    return new StreamableFile(await this.storage.read(file.sha256), { length: file.size });
  }

  @Handles(messagesApi.attachments)
  list(actor: Actor, { params }: RouteCall<typeof messagesApi.attachments>): Promise<RawJson> {
    return this.queries.list(actor, params.caseId);
  }

  @Handles(messagesApi.thumbnail)
  async thumbnail(
    actor: Actor,
    { params }: RouteCall<typeof messagesApi.thumbnail>,
    { reply }: HttpExchange,
  ): Promise<StreamableFile> {
    const picture = await this.thumbnails.of(await this.queries.find(actor, params.attachmentId));
    void reply.headers(downloadHeaders({ fileName: 'thumbnail.webp', contentType: 'image/webp' }));
    return new StreamableFile(picture, { length: picture.length });
  }

  @Handles(messagesApi.eraseAttachment)
  async erase(actor: Actor, { params }: RouteCall<typeof messagesApi.eraseAttachment>): Promise<RawJson> {
    await this.eraseContent.attachment(actor, params.attachmentId);
    return this.queries.one(params.attachmentId);
  }
}
