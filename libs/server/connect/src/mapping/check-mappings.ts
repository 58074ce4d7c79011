import { Injectable } from '@nestjs/common';
import { SyncObject } from '@bureau/contracts';
import { matchField, SALESFORCE_OBJECTS } from '@bureau/domain';
import type { Description } from '../salesforce/index.ts';
import { FieldAlerts } from './field-alerts.ts';
import type { MappingEntity } from './mapping.entity.ts';
import { MappingRepository } from './mapping.repository.ts';
import { hashOf, setUpTypeOf } from './present-field.ts';

/** Sees whether the fields that are mapped are still there and what they were; each that is not says why, the others go on. */
@Injectable()
export class CheckMappings {
  constructor(
    private readonly mappings: MappingRepository,
    private readonly alerts: FieldAlerts,
  ) {}

  /** With what an organisation was just described as; an object that nobody could describe is left as it was. */
  async run(
    descriptions: ReadonlyMap<string, Description | null>,
    { personAccounts }: { personAccounts: boolean },
  ): Promise<void> {
    for (const object of SyncObject.options) {
      const name = object === 'customer' && personAccounts ? 'Account' : SALESFORCE_OBJECTS[object];
      const description = descriptions.get(name);
      if (!description) continue;
      await this.look(object, description);
      await this.alerts.settle(
        object,
        description.fields.map((field) => field.name),
      );
    }
  }

  async look(object: SyncObject, description: Description): Promise<void> {
    for (const mapping of await this.mappings.ofObject(object)) {
      const found = this.judge(mapping, description);
      const isSame = found.problem === mapping.problem && found.describeHash === mapping.describeHash;
      if (!isSame) await this.mappings.save({ ...mapping, ...found });
    }
  }

  private judge(
    { salesforceField, type, direction, describeHash }: MappingEntity,
    { name, fields }: Description,
  ): Pick<MappingEntity, 'problem' | 'describeHash'> {
    const field = fields.find((one) => one.name === salesforceField);
    if (!field) {
      const problem = `Salesforce has no field ${salesforceField} on ${name} any more, or the user may not see it.`;
      return { problem, describeHash };
    }
    const match = matchField(field);
    const fits = !('refusal' in match) && match.goesWith === type;
    if (!fits) return { problem: `${salesforceField} is of the type ${setUpTypeOf(field)} now.`, describeHash };
    if (match.readOnly && direction !== 'to_desk')
      return { problem: `The user may not edit ${salesforceField} any more.`, describeHash };
    return { problem: '', describeHash: hashOf(field) };
  }
}
