import { Controller, Header, Param } from '@nestjs/common';
import { BrandRepository } from '@bureau/identity';
import { Database, ProblemError, PublicPage } from '@bureau/platform';
import { renderHome, renderWelcome } from './pages.ts';

const HTML = 'text/html; charset=utf-8';
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The public pages of each brand: for now, who it is and where to write. */
@Controller()
export class SupportCenterController {
  constructor(
    private readonly brands: BrandRepository,
    private readonly database: Database,
  ) {}

  @PublicPage('/support', 'List the support centers of this desk.')
  @Header('content-type', HTML)
  @Header('content-security-policy', POLICY)
  async home(): Promise<string> {
    return renderHome(await this.brands.list());
  }

  @PublicPage('/support/:slug', 'Show the support center of a brand.')
  @Header('content-type', HTML)
  @Header('content-security-policy', POLICY)
  async brand(@Param('slug') slug: string): Promise<string> {
    const brand = await this.brands.findBySlug(slug);
    if (!brand) throw new ProblemError('brand.not-found');
    const mailboxes = await this.database.rows<{ address: string }>(
      'SELECT address FROM mailboxes WHERE brand_id = $1 AND enabled ORDER BY id',
      [brand.id],
    );
    return renderWelcome(
      brand.name,
      mailboxes.map(({ address }) => address),
    );
  }
}
