import { Injectable } from '@nestjs/common';
import { CaseStatus, CustomFieldOwner, type Actor, type ChatterSettings } from '@bureau/contracts';
import { CustomFieldRepository } from '@bureau/customers';
import { checkPlaceholders, mentionsIn, MOST_MENTIONS } from '@bureau/domain';
import { AuditLog } from '@bureau/identity';
import { InvalidInput, Transactional } from '@bureau/platform';
import { ChatterSettingsRepository } from './chatter-settings.repository.ts';

/** Decides when and what the desk posts to the feed of a case. */
@Injectable()
export class ChangeChatter {
  constructor(
    private readonly settings: ChatterSettingsRepository,
    private readonly customFields: CustomFieldRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Throws request.invalid. */
  @Transactional()
  async run(actor: Actor, wanted: ChatterSettings): Promise<ChatterSettings> {
    const errors = [...lacks(wanted), ...(await this.faultsOf(wanted.template))];
    if (errors.length > 0) throw new InvalidInput(errors);

    const before = await this.settings.lock();
    const after = { ...wanted, statuses: CaseStatus.options.filter((status) => wanted.statuses.includes(status)) };
    await this.settings.save(after);
    await this.audit.record(actor, {
      ...{ noun: 'salesforce', id: null, name: 'Salesforce: Chatter', action: 'changed' },
      ...{ before, after },
    });
    return after;
  }

  private async faultsOf(template: string) {
    const customFields: { owner: CustomFieldOwner; key: string }[] = [];
    for (const owner of CustomFieldOwner.options) {
      for (const { key } of await this.customFields.definitions(owner)) customFields.push({ owner, key });
    }
    const faults = checkPlaceholders(template, { place: 'post', customFields });
    const tooMany = mentionsIn(template).length > MOST_MENTIONS;
    return [...faults, ...(tooMany ? ['A post mentions at most 25 users.'] : [])].map((message) => ({
      path: 'template',
      message,
    }));
  }
}

/** Without these there is nothing to post. */
function lacks({ enabled, statuses, template }: ChatterSettings): { path: string; message: string }[] {
  if (!enabled) return [];
  return [
    ...(statuses.length === 0 ? [{ path: 'statuses', message: 'Choose at least one status.' }] : []),
    ...(template === '' ? [{ path: 'template', message: 'Write what is posted.' }] : []),
  ];
}
