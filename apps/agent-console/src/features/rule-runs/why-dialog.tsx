import './rule-runs.css';
import { rulesApi } from '@bureau/contracts';
import type { RuleRun } from '@bureau/contracts';
import { usePages } from '@bureau/client';
import { Button, EmptyState, SearchField } from '@bureau/ui';
import { useDeferredValue, useState } from 'react';
import { CaseLogDialog } from '../../pieces/case-log/index.ts';
import { momentWords } from '../../plain/days.ts';
import { ConsideredRules } from './considered-rules.tsx';
import { ruleRunsWords as words } from './rule-runs.words.ts';
import type { Asked } from './why-address.ts';

export interface WhyDialogProps {
  caseId: number;
  /** Null: everything that happened. */
  asked: Asked | null;
  onAskAll: () => void;
  onClose: () => void;
}

/** Why rules did, or did not do, something to a case: what led to one thing, opened at its rule, or everything. */
export function WhyDialog({ caseId, asked, onAskAll, onClose }: WhyDialogProps) {
  const [began] = useState(asked);
  const [typed, type] = useState('');
  const pages = usePages(rulesApi.explain, { params: { caseId }, query: asked ? { ...asked } : {} });
  const sought = asked ? '' : typed.trim().toLowerCase();
  const named = useDeferredValue(sought);
  // Where there are many rules, only some of each run have been told: the desk looks among all.
  const isCut = pages.items.some(({ considered, rules }) => considered > rules.length);
  const query = { params: { caseId }, query: { named } };
  const found = usePages(rulesApi.explain, query, { enabled: isCut && named !== '' });
  const isAsked = isCut && sought !== '';
  const shown = (isAsked ? found : pages).items
    .map((run) => ({ ...run, rules: run.rules.filter(({ name }) => name.toLowerCase().includes(sought)) }))
    .filter(({ rules }) => sought === '' || rules.length > 0);
  const all = <Button onPress={onAskAll}>{words.all}</Button>;
  return (
    <CaseLogDialog
      title={words.title(caseId)}
      words={asked ? { ...words, lead: words.leadOne, none: words.forgotten } : words}
      icon="bolt"
      pages={isAsked ? { ...found, items: pages.items } : pages}
      onClose={onClose}
      instead={asked && all}
      tools={
        !asked && (
          <SearchField
            label={words.find}
            placeholder={words.findHelp}
            // The button that led here is gone.
            autoFocus={began !== null}
            value={typed}
            onChange={type}
          />
        )
      }
    >
      {pages.items.length > 0 && shown.length === 0 && !(isAsked && found.isPending) && (
        <EmptyState icon="search">{words.noneFound(typed.trim())}</EmptyState>
      )}
      <Runs runs={shown} place={{ caseId, asked }} isSought={sought !== ''} />
      {asked && pages.items.length > 0 && all}
    </CaseLogDialog>
  );
}

/** Where it is told. */
export interface ToldAt {
  caseId: number;
  asked: Asked | null;
}

interface TellRunsProps {
  runs: readonly RuleRun[];
  place: ToldAt;
  isSought: boolean;
}

function Runs({ runs, place, isSought }: TellRunsProps) {
  if (runs.length === 0) return null;
  return (
    <ol className="rule-runs">
      {runs.map((run) => (
        <Run key={run.id} run={run} place={place} isSought={isSought} />
      ))}
    </ol>
  );
}

function Run({ run, ...rest }: { run: RuleRun } & Omit<TellRunsProps, 'runs'>) {
  const { type, at, actor, skipped, considered } = run;
  return (
    <li>
      <h3>
        {words.happened[type]}
        <span className="rule-runs-quiet">
          {actor.kind !== 'system' && `${words.by(words.actors[actor.kind](actor.name))} · `}
          <time dateTime={at} className="bu-figures">
            {momentWords(at)}
          </time>
        </span>
      </h3>
      {skipped !== null && <p className="rule-runs-quiet">{words.skipped[skipped]}</p>}
      {skipped === null && considered === 0 && <p className="rule-runs-quiet">{words.noRules}</p>}
      <ConsideredRules run={run} {...rest} />
    </li>
  );
}
