import { Injectable } from '@nestjs/common';
import { STANDARD_FIELD_LABELS, type SyncObject } from '@bureau/contracts';
import { CustomFieldRepository } from '@bureau/customers';
import { CUSTOM_PREFIX } from '@bureau/domain';

export type Labels = Readonly<Record<SyncObject, Readonly<Record<string, string>>>>;

/** What people call the fields of the sync. */
@Injectable()
export class FieldLabels {
  constructor(private readonly customFields: CustomFieldRepository) {}

  async all(): Promise<Labels> {
    const [company, customer, supportCase] = [
      await this.of('company'),
      await this.of('customer'),
      await this.of('case'),
    ];
    return { company, customer, case: supportCase };
  }

  /** Those that are not used any more keep theirs: the history names them. */
  async of(object: SyncObject): Promise<Record<string, string>> {
    const definitions = await this.customFields.definitions(object);
    const custom = definitions.map(({ key, label }) => [CUSTOM_PREFIX + key, label]);
    return { ...STANDARD_FIELD_LABELS, ...Object.fromEntries(custom) };
  }
}
