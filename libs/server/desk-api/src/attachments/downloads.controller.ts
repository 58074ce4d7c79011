import { Controller, Param, Res, StreamableFile } from '@nestjs/common';
import { downloadHeaders } from '@bureau/cases';
import { BlobStorage, ProblemError, PublicPage } from '@bureau/platform';
import type { FastifyReply } from 'fastify';
import { DownloadLinks } from './download-links.ts';
import { DownloadQueries } from './download.queries.ts';

/** Types that are only looked at, by whatever opens them: no browser runs what they hold. */
const INERT =
  /^(?:image\/(?!svg)|audio\/|video\/|text\/(?:plain|csv|calendar)$|application\/(?:pdf|zip|gzip|json|msword|rtf|vnd\.[\w.+-]+)$)/;

@Controller()
export class DownloadsController {
  constructor(
    private readonly links: DownloadLinks,
    private readonly queries: DownloadQueries,
    private readonly storage: BlobStorage,
  ) {}

  @PublicPage('/downloads/:token', 'Load a file with an address that the API of Desk.com gave out minutes ago.')
  async load(@Param('token') token: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const wanted = this.links.read(token);
    const file = wanted && (await this.queries.find(wanted));
    if (!file) throw new ProblemError('route.not-found');
    const headers = downloadHeaders(file);
    void reply.headers({
      ...headers,
      ...(INERT.test(file.contentType) ? { 'content-type': file.contentType } : {}),
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(await this.storage.read(file.sha256), { length: file.size });
  }
}
