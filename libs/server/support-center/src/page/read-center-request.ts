import { Injectable } from '@nestjs/common';
import { BrandDirectory } from '@bureau/identity';
import { networkOf, ProblemError } from '@bureau/platform';
import type { FastifyRequest } from 'fastify';
import { CenterAddresses } from '../address/center-addresses.ts';
import { inLanguage, languageIn } from '../address/language-segment.ts';
import { DRAFT_HEADER, Drafts } from '../theme/edit/drafts.ts';
import type { CenterBrand, CenterRequest } from './center-request.ts';
import { chooseLanguage } from './choose-language.ts';
import { formPlace } from './form-place.ts';
import { isForScript } from './page-key.ts';
import { Notices } from './notices.ts';
import { cleaned } from './read-form.ts';
import { Visitors } from './visitors.ts';

export const LANGUAGE_COOKIE = 'bureau_language';

/** Says who was asked, by whom, and in which language. */
@Injectable()
export class ReadCenterRequest {
  constructor(
    private readonly brands: BrandDirectory,
    private readonly addresses: CenterAddresses,
    private readonly visitors: Visitors,
    private readonly notices: Notices,
    private readonly drafts: Drafts,
  ) {}

  /** Without the form, which is read when the brand is known to be open. Throws brand.not-found. */
  async run(request: FastifyRequest): Promise<CenterRequest> {
    const params = textsOf(request.params);
    const brand = this.brands.bySlug(params['brandSlug'] ?? '');
    if (!brand) throw new ProblemError('brand.not-found');

    const { cookies, headers } = request;
    const language = chooseLanguage(brand.languages, {
      named: languageIn(request.originalUrl),
      chosen: cookies[LANGUAGE_COOKIE],
      accepted: headers['accept-language'],
    });
    const draft = this.drafts.of(brand.id, headers[DRAFT_HEADER]);
    return {
      ...this.addressOf(request, brand, language),
      brand,
      language,
      query: textsOf(request.query),
      params,
      form: null,
      draft,
      visitor: draft?.visitor ?? (await this.visitors.visitorOf(brand, cookies)),
      notice: this.notices.read(brand.id, cookies),
      ip: request.ip,
      network: networkOf(request.ip),
      cookies,
      userAgent: (headers['user-agent'] ?? '').slice(0, 500),
      wantsJson: isForScript(headers.accept),
    };
  }

  private addressOf(request: FastifyRequest, brand: CenterBrand, language: string) {
    const ownBase = `/support/${brand.slug}`;
    const base = this.addresses.ownerOf(request.raw) ? '' : ownBase;
    const home = this.brands.homeOf(brand);
    const named = languageIn(request.originalUrl);
    const several = brand.languages.length > 1;
    const path = request.url.slice(ownBase.length).replace(/[?#].*$/s, '') || '/';
    const search = /\?.*$/s.exec(request.url)?.[0] ?? '';
    // What a form answered cannot be asked for again; its form can.
    const shownAt = request.method === 'POST' ? (formPlace(path) ?? path) : path;
    return {
      base,
      origin: home.origin,
      homeBase: home.base,
      path,
      link: (to: string) => placed(base, named ? inLanguage(to, language) : to),
      inLanguage: (other: string) => placed(base, inLanguage(shownAt, other)) + search,
      absolute: (path: string, of = language) => home.origin + placed(home.base, several ? inLanguage(path, of) : path),
    };
  }
}

/** The home page is the base itself; on a host of its own, the root. */
function placed(base: string, path: string): string {
  return path === '/' ? base || '/' : base + path;
}

/** Each name once, its last value; anything but text is left out. */
function textsOf(values: unknown): Record<string, string> {
  if (typeof values !== 'object' || values === null) return {};
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const last: unknown = Array.isArray(value) ? value.at(-1) : value;
      return typeof last === 'string' ? [[name, cleaned(last)]] : [];
    }),
  );
}
