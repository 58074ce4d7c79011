import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { BrandDirectory, type BrandFace } from '@bureau/identity';
import { CONFIG, type Config } from '@bureau/platform';
import { routedAddress } from './language-segment.ts';

/**
 * One route for every page, whatever the address says: `/customer/de/portal/…` on a host that a brand owns becomes
 * `/support/<brand>/customer/portal/…`, which is where the desk's own host has it. Nothing but pages of that brand can be
 * reached on such a host, neither the console nor the API.
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
    const owner = this.ownerOf(request);
    if (!owner && !url.startsWith('/support/')) return url;
    return routedAddress(owner ? `/support/${owner.slug}${url}` : url);
  }

  /** The brand whose own host was asked; undefined on the desk's. */
  ownerOf(request: Pick<IncomingMessage, 'headers'>): BrandFace | undefined {
    const { host } = request.headers;
    const forwarded = this.config.trustedProxy ? request.headers['x-forwarded-host'] : undefined;
    return this.brands.byHost([forwarded].flat()[0]?.split(',')[0]?.trim() ?? host);
  }
}
