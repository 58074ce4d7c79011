import type { Org } from '../org.ts';
import { attributesOf } from '../present.ts';
import type { SfObject } from '../schema/object.ts';
import { SfError } from '../sf-error.ts';
import { holds } from '../soql/run-query.ts';
import { idIn, textOf, type Row, type Value } from '../value.ts';
import type { By } from './by.ts';

type Written = { object: SfObject; row: Row; before: Row | undefined };

/** Rules see the whole organisation, whoever writes. */
function asker(org: Org) {
  const [administrator = {}] = org.users();
  return { org, user: administrator, version: 'v62.0' };
}

/** Throws what the first validation rule says that holds for the record. */
export function validate(org: Org, { object, row }: Written): void {
  for (const rule of org.setup.get().validationRules) {
    if (rule.object !== object.name || !holds(asker(org), object.name, rule.when, row)) continue;
    throw new SfError('FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.message, { fields: rule.field ? [rule.field] : [] });
  }
}

/** Throws what a duplicate rule found, unless it leaves the choice to a caller who insists. */
export function findDuplicates(org: Org, by: By, { object, row, before }: Written): void {
  for (const rule of org.setup.get().duplicateRules) {
    if (rule.object !== object.name || (rule.action === 'alert' && by.allowDuplicates)) continue;
    if (before && rule.fields.every((field) => row[field] === before[field])) continue;
    const matches = duplicatesOf(org, { object, row, fields: rule.fields });
    if (matches.length > 0) throw duplicatesDetected(object, { matches, allowSave: rule.action === 'alert' });
  }
}

function duplicatesOf(org: Org, { object, row, fields }: { object: SfObject; row: Row; fields: string[] }): Row[] {
  const same = (one: Row, field: string) => textOf(one[field]).toLowerCase() === textOf(row[field]).toLowerCase();
  if (fields.some((field) => !row[field])) return [];
  return org.records
    .all(object.name)
    .filter((one) => idIn(one) !== idIn(row) && one['IsDeleted'] !== true && fields.every((field) => same(one, field)));
}

function duplicatesDetected(object: SfObject, { matches, allowSave }: { matches: Row[]; allowSave: boolean }): SfError {
  const message = 'Use one of these records?';
  const matchRecords = matches.map((row) => ({
    additionalInformation: [],
    fieldDiffs: [],
    matchConfidence: 100,
    record: { attributes: attributesOf('v62.0', object, row), Id: idIn(row) },
  }));
  const duplicateResult = {
    allowSave,
    duplicateRule: `Standard_${object.name}_Duplicate_Rule`,
    duplicateRuleEntityType: object.name,
    errorMessage: message,
    matchResults: [
      {
        entityType: object.name,
        errors: [],
        matchEngine: 'ExactMatchEngine',
        matchRecords,
        rule: `Standard_${object.name}_Match_Rule`,
        size: matches.length,
        success: true,
      },
    ],
  };
  return new SfError('DUPLICATES_DETECTED', message, { more: { duplicateResult } });
}

/** What workflows make of a record in the transaction that writes it. */
export function flow(org: Org, { object, row, before }: Written): Row {
  return org.setup.get().workflows.reduce<Row>((current, rule) => {
    const due =
      rule.object === object.name && (rule.on === 'both' || (rule.on === 'create') === (before === undefined));
    if (!due || (rule.changed && !rule.changed.some((field) => current[field] !== before?.[field]))) return current;
    if (rule.when !== undefined && !holds(asker(org), object.name, rule.when, current)) return current;
    const set = Object.entries(rule.set).map(([field, value]): [string, Value] => [field, filled(value, current)]);
    return { ...current, ...Object.fromEntries(set) };
  }, row);
}

/** `{Subject}` and `{Subject|upper}` in a text. */
function filled(value: Value, row: Row): Value {
  if (typeof value !== 'string') return value;
  return value.replace(/\{(\w+)(\|upper)?\}/g, (_, field: string, upper: string | undefined) => {
    const text = textOf(row[field]);
    return upper ? text.toUpperCase() : text;
  });
}
