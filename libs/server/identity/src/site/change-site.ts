import { Injectable } from '@nestjs/common';
import type { Actor, ChangeSite as Change } from '@bureau/contracts';
import { checkVersion, InvalidInput, Transactional, type RawJson } from '@bureau/platform';
import { AuditLog } from '../audit/audit-log.ts';
import { SiteRepository, type SiteFields } from './site.repository.ts';

/** Changes what the whole desk has in common. */
@Injectable()
export class ChangeSite {
  constructor(
    private readonly site: SiteRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Throws request.invalid when the default is none of the languages, request.precondition-failed. */
  @Transactional()
  async run(actor: Actor, { changes, ifMatch }: { changes: Change; ifMatch: string | null }): Promise<RawJson> {
    const { version, ...before } = await this.site.lock();
    checkVersion(version, ifMatch);
    const after: SiteFields = {
      companyName: changes.companyName ?? before.companyName,
      timeZone: changes.timeZone ?? before.timeZone,
      languages: changes.languages ?? before.languages,
      defaultLanguage: changes.defaultLanguage ?? before.defaultLanguage,
    };
    if (!after.languages.includes(after.defaultLanguage)) {
      const path = changes.defaultLanguage === undefined ? 'languages' : 'defaultLanguage';
      throw new InvalidInput([{ path, message: 'The default language must be one of the languages of the desk.' }]);
    }
    await this.site.save(after);
    const name = after.companyName || 'Site settings';
    await this.audit.record(actor, { noun: 'site', id: null, name, action: 'changed', before, after: { ...after } });
    return this.site.read();
  }
}
