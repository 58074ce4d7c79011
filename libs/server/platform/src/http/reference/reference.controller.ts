import { Controller, Header, Inject } from '@nestjs/common';
import { API_PREFIX } from '@bureau/contracts';
import { CONFIG, type Config } from '../../config/index.ts';
import { describeApi } from '../openapi.ts';
import { PublicPage } from '../public-page.ts';
import { REFERENCE_POLICY, renderReference } from './reference-page.ts';

const AN_HOUR = 'public, max-age=3600';

/** The API, for people to read. */
@Controller()
export class ReferenceController {
  private page: string | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @PublicPage(API_PREFIX, 'Show the reference of the API.')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', REFERENCE_POLICY)
  @Header('cache-control', AN_HOUR)
  reference(): string {
    return (this.page ??= renderReference(describeApi(this.config.publicUrl)));
  }
}
