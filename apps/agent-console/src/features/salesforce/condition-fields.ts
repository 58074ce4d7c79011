import type { ConditionField, SalesforceConditionField, SyncObject } from '@bureau/contracts';
import { operatorsOfType } from '@bureau/domain';

/** What can be asked of a company, a customer or a case: a case knows whose it is, a company knows of nobody. */
export function isAskedOf(object: SyncObject): (field: ConditionField) => boolean {
  if (object === 'case') return ({ key }) => !key.startsWith('change.');
  const owners = object === 'customer' ? ['customer.', 'company.'] : ['company.'];
  return ({ key }) => owners.some((owner) => key.startsWith(owner));
}

/** A field of Salesforce as the editor of conditions knows fields. */
export function asConditionField({ key, label, type, choices }: SalesforceConditionField): ConditionField {
  return {
    ...{ key, label, type, refersTo: null, operators: [...operatorsOfType(type)] },
    choices: choices.map(({ value }) => value),
  };
}
