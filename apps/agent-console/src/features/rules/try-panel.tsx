import { rulesApi } from '@bureau/contracts';
import type { ConditionField, RuleTrial, RuleType } from '@bureau/contracts';
import { ApiProblem, useCommand } from '@bureau/client';
import { Button, ErrorState, Link, Skeleton, StatusMark } from '@bureau/ui';
import { useState } from 'react';
import { ActionEffects } from '../../pieces/action-effects/index.ts';
import { useSayAction } from '../../pieces/action-sentence/index.ts';
import { isComplete } from '../../pieces/conditions/index.ts';
import { formatNumber } from '../../language/format.ts';
import { sentenceInWords } from '../../language/sentences.ts';
import { customerName } from '../../plain/customer-name.ts';
import { problemText } from '../../plain/problem-words.ts';
import { triable } from './rule-values.ts';
import type { RuleValues } from './rule-values.ts';
import { rulesWords } from './rules.words.ts';

const words = rulesWords.trial;

interface TryPanelProps {
  type: RuleType;
  values: RuleValues;
  fields: readonly ConditionField[];
}

/** Which cases a rule would be applied to as it is written now, and what that would do, without doing it. */
export function TryPanel({ type, values, fields }: TryPanelProps) {
  const [tried, setTried] = useState('');
  const trial = useCommand(rulesApi.try);
  const written = triable(values);
  const complete = written && isComplete(values.conditions, (key) => fields.find((field) => field.key === key));
  const now = JSON.stringify([written, values.brandId]);
  const run = () => {
    if (!written) return;
    setTried(now);
    trial.mutate({ body: { type, brandId: values.brandId, ...written } });
  };
  return (
    <div className="rule-panel">
      <p className="rule-quiet">{words.lead}</p>
      <div className="rule-try">
        <Button icon="play" isDisabled={!complete} isPending={trial.isPending} onPress={run}>
          {trial.data ? words.again : words.run}
        </Button>
        <span role="status" className="rule-quiet">
          {!complete && words.unfinished}
          {complete && trial.isPending && words.running}
          {complete && !trial.isPending && trial.data && tried !== now && words.stale}
        </span>
      </div>
      {trial.isPending && <Skeleton rows={4} />}
      {trial.isError && (
        <ErrorState what={words.failed} safe={words.safe} advice={faultOf(trial.error)} onRetry={run} />
      )}
      {trial.isSuccess && (
        <div data-stale={tried !== now || undefined} className="rule-trial">
          <Found trial={trial.data} values={values} />
        </div>
      )}
    </div>
  );
}

function Found({ trial: { matched, looked, more, items }, values }: { trial: RuleTrial; values: RuleValues }) {
  const sayAction = useSayAction(values.actions);
  return (
    <>
      <p role="status">
        <strong>{words.found(matched, formatNumber(looked))}</strong>{' '}
        {[more && words.more, matched > items.length && words.shown(items.length), matched === 0 && words.none]
          .filter(Boolean)
          .join(' ')}
      </p>
      <ul className="rule-trial-cases">
        {items.map(({ case: found, effects }) => (
          <li key={found.id}>
            <div className="rule-trial-case">
              <StatusMark status={found.status} compact />
              <Link href={`/cases/inbox/${found.id}`} className="bu-truncate">
                {found.subject || words.noSubject}
              </Link>
              <span className="rule-quiet bu-truncate">{customerName(found.customer)}</span>
            </div>
            <ActionEffects
              isPreview
              effects={effects}
              say={({ index, type, description }) => {
                const action = values.actions[index];
                // It may have been written anew since.
                return action?.type === type ? sayAction(action) : description;
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The first field that the desk finds at fault, else what it says of the whole. */
function faultOf(error: Error): string {
  const [fault] = error instanceof ApiProblem ? error.errors : [];
  return fault ? sentenceInWords(fault.message) : problemText(error);
}
