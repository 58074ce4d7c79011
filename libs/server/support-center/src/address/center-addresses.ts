import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { BrandDirectory, type BrandFace } from '@bureau/identity';
import { CONFIG, isSurface, type Config } from '@bureau/platform';
import { routedAddress } from './language-segment.ts';

/**
 * One route for every page, whatever the address says: `/customer/de/portal/…` on a host that a brand owns becomes
 * `/support/<brand>/customer/portal/…`, which is where the desk's own host has it. Nothing but pages of that brand can be
 * reached on such a host, neither the console nor the native API; programs that say who they are find the API of Desk.com
 * there, as they did on any domain of a site.
 */
@Injectable()
export class CenterAddresses {
  constructor(
    private readonly brands: BrandDirectory,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The address by which the request is routed. */
  rewrite(request: IncomingMessage): string {
    const url = request.url ?? '/';
    const owner = this.isProgram(request) ? undefined : this.ownerOf(request);
    if (!owner && !url.startsWith('/support/')) return url;
    return routedAddress(owner ? `/support/${owner.slug}${url}` : url);
  }

  /** Whether a program speaks to the desk itself, on whatever host: that takes credentials, and no cookie. */
  isProgram({ url = '/', headers }: Pick<IncomingMessage, 'url' | 'headers'>): boolean {
    return isSurface(url) && headers.authorization !== undefined;
  }

  /** The brand whose own host was asked; undefined on the desk's. */
  ownerOf(request: Pick<IncomingMessage, 'headers'>): BrandFace | undefined {
    const { host } = request.headers;
    const forwarded = this.config.trustedProxy ? request.headers['x-forwarded-host'] : undefined;
    return this.brands.byHost([forwarded].flat()[0]?.split(',')[0]?.trim() ?? host);
  }
}
