import type { ConditionField } from '@bureau/contracts';
import { describeConditions } from '@bureau/domain';
import type { NamedField, NameOf } from '@bureau/domain';
import { conditionsWords } from '../conditions/conditions.words.ts';
import { sentenceWords } from './sentence-words.ts';
import type { SayConditions } from './use-condition-sentence.ts';

/** What ids are called. */
export type Things = Partial<Record<Parameters<NameOf>[0], readonly { id: number; name: string }[]>>;

/** Says conditions about these fields and things in the reader's language. */
export function sayWith(fields: readonly ConditionField[], things: Things): SayConditions {
  const vocabulary = new Map(fields.map((field) => [field.key, namedField(field)]));
  return (conditions, description) => {
    let isWhole = true;
    const nameOf: NameOf = (to, id) => {
      isWhole &&= things[to] !== undefined;
      return things[to]?.find((thing) => thing.id === id)?.name ?? null;
    };
    const said = describeConditions(conditions, { vocabulary, nameOf, words: sentenceWords });
    return isWhole ? said : description;
  };
}

function namedField({ key, label, type, choices, refersTo }: ConditionField): NamedField {
  const said = conditionsWords.fields[key] ?? label;
  if (type === 'reference') return { label: said, kind: { type, to: refersTo ?? 'label' } };
  if (type === 'hours') return { label: said, kind: { type, of: key } };
  if (type === 'choice' || type === 'list') return { label: said, kind: { type, choices } };
  return { label: said, kind: { type } };
}
