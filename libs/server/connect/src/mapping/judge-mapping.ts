import type { DeskField, FieldError, MappableType, Mapping, ValuePair } from '@bureau/contracts';
import { matchField, REFUSAL_SENTENCES } from '@bureau/domain';
import type { DescribedField } from '../salesforce/index.ts';
import { setUpTypeOf } from './present-field.ts';

const NAMES: Record<MappableType, string> = {
  text: 'a text',
  list: 'a list',
  boolean: 'a field of yes or no',
  date: 'a date',
};

export interface JudgedMapping {
  desk: Pick<DeskField, 'type'>;
  field: DescribedField;
  direction: Mapping['direction'];
  builtIn: ReadonlySet<string>;
}

/** Whether two fields go together, and go that way; what is wrong says what would be right. */
export function judgeMapping({ desk, field, direction, builtIn }: JudgedMapping): FieldError[] {
  const match = matchField(field, builtIn);
  const wrong = (path: string, message: string) => [{ path, message }];
  if ('refusal' in match)
    return wrong('salesforceField', `${field.label} cannot be mapped. ${REFUSAL_SENTENCES[match.refusal]}`);
  if (match.goesWith !== desk.type) {
    const types = `${field.label} is of the type ${setUpTypeOf(field)}, which goes with ${NAMES[match.goesWith]}`;
    return wrong('salesforceField', `${types}, not with ${NAMES[desk.type]}.`);
  }
  if (match.readOnly && direction !== 'to_desk')
    return wrong('direction', `The user may not edit ${field.label} there; let it only come to the desk.`);
  return [];
}

type Lists = { desk: Pick<DeskField, 'choices'>; field: Pick<DescribedField, 'picklistValues' | 'label'> };

/** Values that one of the two lists does not have. */
export function problemsOfValues(pairs: readonly ValuePair[], { desk, field }: Lists): FieldError[] {
  return pairs.flatMap((pair, index) => [
    ...(desk.choices.includes(pair.desk)
      ? []
      : [{ path: `values.${index}.desk`, message: 'Choose a value that the field of the desk has.' }]),
    ...(field.picklistValues.some(({ value }) => value === pair.salesforce)
      ? []
      : [{ path: `values.${index}.salesforce`, message: `Choose a value that ${field.label} has in Salesforce.` }]),
  ]);
}

/** Values that have the same name on both sides, whatever their capitals. */
export function sameNames({ desk, field }: Lists): ValuePair[] {
  return desk.choices.flatMap((choice) => {
    const name = choice.trim().toLowerCase();
    const found = field.picklistValues.find(
      ({ value, label, active }) => active && (value.toLowerCase() === name || label.toLowerCase() === name),
    );
    return found ? [{ desk: choice, salesforce: found.value }] : [];
  });
}
