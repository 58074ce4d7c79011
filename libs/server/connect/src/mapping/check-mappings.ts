import { Injectable } from '@nestjs/common';
import { SyncObject } from '@bureau/contracts';
import { matchField, SALESFORCE_OBJECTS } from '@bureau/domain';
import { Clock } from '@bureau/platform';
import type { Description } from '../salesforce/index.ts';
import { FieldAlerts } from './field-alerts.ts';
import type { MappingEntity } from './mapping.entity.ts';
import { MappingRepository } from './mapping.repository.ts';
import { hashOf, setUpTypeOf } from './present-field.ts';

/** So long nobody is told again of a field that is refused though it is there. */
const TOLD_MS = 24 * 60 * 60_000;

/** Sees whether the fields that are mapped are still there and what they were; each that is not says why, the others go on. */
@Injectable()
export class CheckMappings {
  constructor(
    private readonly mappings: MappingRepository,
    private readonly alerts: FieldAlerts,
    private readonly clock: Clock,
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

  /** The same of one object that the sync has just looked at again by itself: a field that is back is kept in step again. */
  async again(object: SyncObject, description: Description): Promise<void> {
    await this.look(object, description);
    const before = new Date(this.clock.now().getTime() - TOLD_MS);
    await this.alerts.settle(
      object,
      description.fields.map((field) => field.name),
      before,
    );
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
