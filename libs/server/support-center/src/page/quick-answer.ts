import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { BrandDirectory } from '@bureau/identity';
import { matchesNone, observeRequest, SECURITY_HEADERS } from '@bureau/platform';
import { CenterAddresses } from '../address/center-addresses.ts';
import { languageIn } from '../address/language-segment.ts';
import { DRAFT_HEADER } from '../theme/edit/drafts.ts';
import { chooseLanguage } from './choose-language.ts';
import { PageCache, type KeptPage } from './page-cache.ts';
import { isForScript, writePageKey } from './page-key.ts';

/** Any cookie of the support center: its bearer is known here, or is to be told something, or has chosen a language. */
const OWN_COOKIE = /(?:^|;\s*)bureau_(?!session=)/;
const BRAND = /^\/support\/([^/?#]+)/;

/** Headers of a kept page in the flat form that node:http sends as it is. */
type Ready = readonly string[];

/**
 * Gives a page that is kept for guests before anything else is done for the request: no routing, no guard, no database.
 * Whatever is not so simple goes the long way.
 */
@Injectable()
export class QuickAnswer {
  private readonly ready = new WeakMap<KeptPage, Ready>();

  constructor(
    private readonly brands: BrandDirectory,
    private readonly addresses: CenterAddresses,
    private readonly pages: PageCache,
  ) {}

  /** Whether it was answered. */
  give(request: IncomingMessage, response: ServerResponse): boolean {
    const beganAt = performance.now();
    const page = this.find(request);
    if (!page) return false;
    const { method = 'GET' } = request;
    if (method === 'GET') page.shown?.();
    const status = this.send(page, request, response);
    observeRequest({ method, route: page.route, status, seconds: (performance.now() - beganAt) / 1000 });
    return true;
  }

  private find(request: IncomingMessage): KeptPage | undefined {
    const { method, url = '/', headers } = request;
    if ((method !== 'GET' && method !== 'HEAD') || headers[DRAFT_HEADER] !== undefined) return undefined;
    if (this.addresses.isProgram(request)) return undefined;
    const owner = this.addresses.ownerOf(request);
    if (!owner && !url.startsWith('/support/')) return undefined;
    if (headers.cookie !== undefined && OWN_COOKIE.test(headers.cookie)) return undefined;
    const brand = owner ?? this.brands.bySlug(BRAND.exec(url)?.[1] ?? '');
    if (!brand) return undefined;
    const accepted = headers['accept-language'];
    const language = chooseLanguage(brand.languages, { named: languageIn(url), chosen: undefined, accepted });
    const base = owner ? '' : `/support/${brand.slug}`;
    const wantsJson = isForScript(headers.accept);
    return this.pages.find(
      brand.id,
      writePageKey({ brandVersion: brand.version, language, wantsJson, base, originalUrl: url }),
    );
  }

  /** The status that was sent. */
  private send(page: KeptPage, { method, headers }: IncomingMessage, response: ServerResponse): number {
    const known = page.status === 200 && matchesNone(headers['if-none-match'], page.etag);
    const status = known ? 304 : page.status;
    const own = ['x-request-id', randomUUID()];
    if (!known) own.push('content-length', String(page.body.length));
    response.writeHead(status, [...this.headersOf(page), ...own]);
    response.end(known || method === 'HEAD' ? undefined : page.body);
    return status;
  }

  private headersOf(page: KeptPage): Ready {
    const known = this.ready.get(page);
    if (known) return known;
    const ready = Object.entries({ ...SECURITY_HEADERS, ...page.headers, etag: page.etag }).flat();
    this.ready.set(page, ready);
    return ready;
  }
}
