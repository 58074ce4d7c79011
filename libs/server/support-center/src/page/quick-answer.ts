import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { BrandDirectory } from '@bureau/identity';
import { matchesNone } from '@bureau/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CenterAddresses } from '../address/center-addresses.ts';
import { languageIn } from '../address/language-segment.ts';
import { DRAFT_HEADER } from '../theme/edit/drafts.ts';
import { chooseLanguage } from './choose-language.ts';
import { PageCache, type KeptPage } from './page-cache.ts';
import { isForScript, writePageKey } from './page-key.ts';

/** Any cookie of the support center: its bearer is known here, or is to be told something, or has chosen a language. */
const OWN_COOKIE = /(?:^|;\s*)bureau_(?!session=)/;
const BRAND = /^\/support\/([^/?#]+)/;

/**
 * Gives a page that is kept for guests before anything else is done for the request: no routing, no guard, no database.
 * Whatever is not so simple goes the long way.
 */
@Injectable()
export class QuickAnswer implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly brands: BrandDirectory,
    private readonly addresses: CenterAddresses,
    private readonly pages: PageCache,
  ) {}

  onModuleInit(): void {
    // Commands have no HTTP.
    if (!this.host.httpAdapter) return;
    const server: FastifyInstance = this.host.httpAdapter.getInstance();
    server.addHook('onRequest', (request, reply, done) => {
      const page = this.find(request);
      if (page) send(page, { request, reply });
      else done();
    });
  }

  private find({ method, url, originalUrl, headers, raw }: FastifyRequest): KeptPage | undefined {
    if (method !== 'GET' || !url.startsWith('/support/') || headers[DRAFT_HEADER] !== undefined) return undefined;
    if (headers.cookie !== undefined && OWN_COOKIE.test(headers.cookie)) return undefined;
    const brand = this.brands.bySlug(BRAND.exec(url)?.[1] ?? '');
    if (!brand) return undefined;
    const accepted = headers['accept-language'];
    const language = chooseLanguage(brand.languages, { named: languageIn(originalUrl), chosen: undefined, accepted });
    const base = this.addresses.ownerOf(raw) ? '' : `/support/${brand.slug}`;
    const wantsJson = isForScript(headers.accept);
    return this.pages.find(
      brand.id,
      writePageKey({ brandVersion: brand.version, language, wantsJson, base, originalUrl }),
    );
  }
}

function send(page: KeptPage, { request, reply }: { request: FastifyRequest; reply: FastifyReply }): void {
  const { body, etag, status, headers, shown } = page;
  shown?.();
  void reply.headers(headers).header('etag', etag);
  if (status === 200 && matchesNone(request.headers['if-none-match'], etag)) void reply.status(304).send();
  else void reply.status(status).send(body);
}
