import './rule-runs.css';
import { rulesApi } from '@bureau/contracts';
import type { RuleRun } from '@bureau/contracts';
import { usePages } from '@bureau/client';
import { Button, Dialog, EmptyState, ErrorState, SearchField, Skeleton } from '@bureau/ui';
import { useState } from 'react';
import { momentWords } from '../../plain/days.ts';
import { ConsideredRules } from './considered-rules.tsx';
import { ruleRunsWords as words } from './rule-runs.words.ts';

/** Everything that happened to a case, the latest first, with what each rule made of it and why. */
export function WhyDialog({ caseId, onClose }: { caseId: number; onClose: () => void }) {
  const [typed, type] = useState('');
  const pages = usePages(rulesApi.explain, { params: { caseId }, query: {} });
  const sought = typed.trim().toLowerCase();
  const shown = pages.items
    .map((run) => ({ ...run, rules: run.rules.filter(({ name }) => name.toLowerCase().includes(sought)) }))
    .filter(({ rules }) => sought === '' || rules.length > 0);
  return (
    <Dialog
      isOpen
      size="wide"
      onClose={onClose}
      title={words.title(caseId)}
      actions={<Button onPress={onClose}>{words.close}</Button>}
    >
      <div className="rule-runs">
        <p className="rule-runs-quiet">{words.lead}</p>
        {pages.items.length > 0 && (
          <SearchField label={words.find} placeholder={words.findHelp} value={typed} onChange={type} />
        )}
        {pages.isPending && <Skeleton rows={6} shape="text" />}
        {pages.isError && (
          <ErrorState
            what={words.failed}
            safe={words.safe}
            onRetry={() => void pages.refetch()}
            isRetrying={pages.isFetching}
          />
        )}
        {pages.isSuccess && pages.items.length === 0 && <EmptyState icon="bolt">{words.none}</EmptyState>}
        {pages.items.length > 0 && shown.length === 0 && (
          <EmptyState icon="search">{words.noneFound(typed.trim())}</EmptyState>
        )}
        <ol>
          {shown.map((run) => (
            <Run key={run.id} run={run} isSought={sought !== ''} />
          ))}
        </ol>
        {pages.hasNextPage && (
          <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {words.more}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function Run({ run, isSought }: { run: RuleRun; isSought: boolean }) {
  const { type, at, actor, skipped, rules } = run;
  return (
    <li>
      <h3>
        {words.happened[type]}
        <span className="rule-runs-quiet">
          {type !== 'time' && `${words.by(words.actors[actor.kind](actor.name))} · `}
          <time dateTime={at} className="bu-figures">
            {momentWords(at)}
          </time>
        </span>
      </h3>
      {skipped !== null && <p className="rule-runs-quiet">{words.skipped[skipped]}</p>}
      {skipped === null && rules.length === 0 && <p className="rule-runs-quiet">{words.noRules}</p>}
      <ConsideredRules rules={rules} isSought={isSought} />
    </li>
  );
}
