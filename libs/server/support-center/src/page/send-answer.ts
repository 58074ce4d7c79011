import { createHash } from 'node:crypto';
import { Injectable, StreamableFile } from '@nestjs/common';
import { matchesNone } from '@bureau/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { RenderPage } from '../theme/render-page.ts';
import type { CenterAnswer, PageAnswer } from './center-answer.ts';
import type { CenterRequest } from './center-request.ts';
import { Notices } from './notices.ts';
import { PageCache, type KeptPage } from './page-cache.ts';
import { pageHeaders } from './page-headers.ts';
import { writePageKey } from './page-key.ts';

export interface CenterExchange {
  center: CenterRequest;
  request: FastifyRequest;
  reply: FastifyReply;
}

type HttpExchange = Omit<CenterExchange, 'center'>;

/** Writes what a page answered. */
@Injectable()
export class SendAnswer {
  constructor(
    private readonly render: RenderPage,
    private readonly notices: Notices,
    private readonly cache: PageCache,
  ) {}

  /** The page as guests have seen it a moment ago, where this request is such a guest's. */
  kept(center: CenterRequest, request: FastifyRequest): KeptPage | undefined {
    if (!isCommonRead(center, request)) return undefined;
    return this.cache.find(center.brand.id, keyOf(center, request));
  }

  sendKept({ body, etag, status, headers, shown }: KeptPage, { request, reply }: HttpExchange): Buffer | undefined {
    if (request.method === 'GET') shown?.();
    void reply.headers(headers).header('etag', etag);
    if (status === 200 && matchesNone(request.headers['if-none-match'], etag)) {
      void reply.status(304);
      return undefined;
    }
    void reply.status(status);
    return body;
  }

  async send(answer: CenterAnswer, exchange: CenterExchange): Promise<unknown> {
    const { center, reply } = exchange;
    if ('page' in answer) return this.sendPage(answer, exchange);
    if ('file' in answer) {
      void reply.headers(answer.file.headers);
      const { content } = answer.file;
      return content instanceof Readable ? new StreamableFile(content) : content;
    }
    if (answer.cookies) void reply.header('set-cookie', [...answer.cookies]);
    if ('json' in answer) {
      const cache = answer.cacheSeconds ? `private, max-age=${answer.cacheSeconds}` : 'no-store';
      void reply.status(answer.status ?? 200).headers({ 'cache-control': cache, 'content-type': JSON_TYPE });
      return JSON.stringify(answer.json);
    }
    if (answer.notice) void reply.header('set-cookie', this.notices.write(answer.notice, noticePlace(center)));
    void reply.status(answer.permanent ? 301 : 303).headers({
      location: localPath(answer.redirect),
      'cache-control': answer.permanent ? 'public, max-age=3600' : 'no-store',
    });
    return '';
  }

  private async sendPage(answer: PageAnswer, { center, request, reply }: CenterExchange): Promise<Buffer | undefined> {
    const body = Buffer.from(await this.render.run(answer, center), 'utf8');
    const common = answer.cacheSeconds !== undefined && isCommonRead(center, request);
    const page: KeptPage = {
      body,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`,
      status: answer.status ?? 200,
      headers: pageHeaders({ common }),
      route: request.routeOptions.url ?? 'unknown',
      shown: answer.shown,
    };
    if (common) {
      this.cache.keep(center.brand.id, keyOf(center, request), { page, seconds: answer.cacheSeconds ?? 0 });
    }
    if (answer.cookies) void reply.header('set-cookie', [...answer.cookies]);
    if (center.notice !== null) void reply.header('set-cookie', this.notices.clear(center.base));
    return this.sendKept(page, { request, reply });
  }
}

const JSON_TYPE = 'application/json; charset=utf-8';

function noticePlace({ brand, base }: CenterRequest): { brandId: number; base: string } {
  return { brandId: brand.id, base };
}

/** A read by a guest to whom nothing is to be said. */
function isCommonRead(center: CenterRequest, { method }: FastifyRequest): boolean {
  const reads = method === 'GET' || method === 'HEAD';
  return reads && center.visitor === null && center.notice === null && center.draft === null;
}

function keyOf({ brand, base, language, wantsJson }: CenterRequest, { originalUrl }: FastifyRequest): string {
  return writePageKey({ brandVersion: brand.version, language, wantsJson, base, originalUrl });
}

/** A way on never leads to another site. */
function localPath(path: string): string {
  if (!/^\/(?![/\\])[^\s\\]*$/.test(path)) throw new Error('A page may only lead to a path of its own host.');
  return path;
}
