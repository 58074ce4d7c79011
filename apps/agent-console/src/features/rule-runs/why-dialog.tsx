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

/** Why rules did, or did not do, something to a case: one thing that was asked about, or everything. */
export function WhyDialog({ asked, ...rest }: WhyDialogProps) {
  return asked ? <OneRun asked={asked} {...rest} /> : <AllRuns {...rest} />;
}

type RunsProps = Pick<WhyDialogProps, 'caseId' | 'onClose'>;

/** What led to one thing that a rule did, opened at that rule. */
function OneRun({ caseId, asked, onAskAll, onClose }: WhyDialogProps & { asked: Asked }) {
  const pages = usePages(rulesApi.explain, { params: { caseId }, query: { ...asked } });
  const all = <Button onPress={onAskAll}>{words.all}</Button>;
  return (
    <CaseLogDialog
      title={words.title(caseId)}
      words={{ ...words, lead: words.leadOne, none: words.forgotten }}
      icon="bolt"
      pages={pages}
      onClose={onClose}
      instead={all}
    >
      <Runs runs={pages.items} place={{ caseId, asked }} isSought={false} />
      {pages.items.length > 0 && all}
    </CaseLogDialog>
  );
}

/** Everything that happened, the latest first. */
function AllRuns({ caseId, onClose }: RunsProps) {
  const [typed, type] = useState('');
  const pages = usePages(rulesApi.explain, { params: { caseId }, query: {} });
  const sought = typed.trim().toLowerCase();
  const named = useDeferredValue(sought);
  // Where there are many rules, only some of each run have been told: the desk looks among all.
  const isCut = pages.items.some(({ considered, rules }) => considered > rules.length);
  const found = usePages(
    rulesApi.explain,
    { params: { caseId }, query: { named } },
    { enabled: isCut && named !== '' },
  );
  const isAsked = isCut && sought !== '';
  const shown = (isAsked ? found : pages).items
    .map((run) => ({ ...run, rules: run.rules.filter(({ name }) => name.toLowerCase().includes(sought)) }))
    .filter(({ rules }) => sought === '' || rules.length > 0);
  return (
    <CaseLogDialog
      title={words.title(caseId)}
      words={words}
      icon="bolt"
      pages={isAsked ? { ...found, items: pages.items } : pages}
      onClose={onClose}
      tools={<SearchField label={words.find} placeholder={words.findHelp} value={typed} onChange={type} />}
    >
      {pages.items.length > 0 && shown.length === 0 && !(isAsked && found.isPending) && (
        <EmptyState icon="search">{words.noneFound(typed.trim())}</EmptyState>
      )}
      <Runs runs={shown} place={{ caseId, asked: null }} isSought={sought !== ''} />
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
