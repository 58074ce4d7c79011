import { Controller, Param, Req, Res } from '@nestjs/common';
import { BrandDirectory } from '@bureau/identity';
import { ProblemError, PublicPage } from '@bureau/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CenterRepository } from '../../settings/center.repository.ts';
import { THEME_ASSETS, type ThemeAsset } from '../theme-assets.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Style, script and logo of a support center, under names that have the hash of their content. */
@Controller()
export class AssetsController {
  constructor(
    private readonly brands: BrandDirectory,
    private readonly centers: CenterRepository,
  ) {}

  @PublicPage('/support/:brandSlug/theme/:file', 'Load the style or the script of a support center.')
  async file(
    @Param('file') name: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const asset = THEME_ASSETS.get(name);
    if (!asset) throw new ProblemError('route.not-found');
    const [encoding, content] = inEncoding(asset, String(request.headers['accept-encoding'] ?? ''));
    void reply.headers({
      'content-type': asset.contentType,
      'cache-control': FOR_EVER,
      vary: 'Accept-Encoding',
      ...(encoding && { 'content-encoding': encoding }),
    });
    return content;
  }

  @PublicPage('/support/:brandSlug/logo/:sha256', 'Load the logo of a brand.')
  async logo(
    @Param('brandSlug') slug: string,
    @Param('sha256') sha256: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const logo = await this.centers.findLogo(this.brands.bySlug(slug)?.id ?? 0, sha256);
    if (!logo) throw new ProblemError('route.not-found');
    void reply.headers({
      'content-type': logo.contentType,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': FOR_EVER,
    });
    return logo.content;
  }
}

function inEncoding({ plain, br, gzip }: ThemeAsset, accepted: string): [string | null, Buffer] {
  if (/\bbr\b/.test(accepted)) return ['br', br];
  return /\bgzip\b/.test(accepted) ? ['gzip', gzip] : [null, plain];
}
