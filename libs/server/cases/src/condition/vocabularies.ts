import { Injectable } from '@nestjs/common';
import { conditionsIn, type ConditionGroup } from '@bureau/contracts';
import { CustomFieldRepository } from '@bureau/customers';
import { checkConditions, vocabularyOf, type AskableCustomField, type Vocabulary } from '@bureau/domain';
import { InvalidInput } from '@bureau/platform';

const OWNERS = ['case', 'customer', 'company'] as const;
const STANDARD = vocabularyOf([]);

/** What conditions can ask about at this desk. */
@Injectable()
export class Vocabularies {
  constructor(private readonly customFields: CustomFieldRepository) {}

  /** Everything. */
  all(): Promise<Vocabulary> {
    return this.with(OWNERS);
  }

  /** What these conditions need: custom fields are looked up only when they ask for some. */
  async of(conditions: ConditionGroup): Promise<Vocabulary> {
    const owners = OWNERS.filter((owner) =>
      conditionsIn(conditions).some(({ field }) => field.startsWith(`${owner}.custom.`)),
    );
    return owners.length === 0 ? STANDARD : this.with(owners);
  }

  /** Throws request.invalid that names each place below `path` that is wrong, and what to do about it. */
  async check(conditions: ConditionGroup, path = 'conditions'): Promise<void> {
    const errors = checkConditions(conditions, { vocabulary: await this.of(conditions) }, path);
    if (errors.length > 0) throw new InvalidInput(errors);
  }

  private async with(owners: readonly AskableCustomField['owner'][]): Promise<Vocabulary> {
    const fields: AskableCustomField[] = [];
    // One after the other: it may be asked within a transaction, which has one connection.
    for (const owner of owners) {
      for (const field of await this.customFields.definitions(owner)) fields.push({ ...field, owner });
    }
    return vocabularyOf(fields);
  }
}
