import { isComplete } from '../../pieces/conditions/index.ts';
import type { ConditionField, RuleType } from '@bureau/contracts';
import { rulesWords as words } from './rules.words.ts';
import type { RuleValues } from './rule-values.ts';
import { useRuleSentence } from './use-rule-sentence.ts';

interface RuleSentenceProps {
  type: RuleType;
  values: RuleValues;
  fields: readonly ConditionField[];
}

/** What a rule says, as it is written now. */
export function RuleSentence({ type, values, fields }: RuleSentenceProps) {
  const { when, conditions, actions } = useRuleSentence(values.actions, values.conditions).parts({ type, ...values });
  const complete = isComplete(values.conditions, (key) => fields.find((field) => field.key === key));
  return (
    <section className="rule-said" aria-label={words.form.sentence}>
      <h2>{words.form.sentence}</h2>
      <p>
        {when}
        {conditions === null ? ',' : `, ${words.sentence.if} `}
        {conditions !== null && <strong>{conditions}</strong>}
        {conditions !== null && ','} {words.sentence.then}
        {actions.length === 0 && ` ${words.sentence.nothing}.`}
      </p>
      {actions.length > 0 && (
        <ol>
          {actions.map((action, at) => (
            <li key={at}>{action}</li>
          ))}
        </ol>
      )}
      {values.stopProcessing && <p className="rule-quiet">{words.sentence.stop}</p>}
      {!complete && <p className="rule-unfinished">{words.form.unfinished}</p>}
    </section>
  );
}
