import type { Rule } from '@bureau/contracts';
import { RelativeTime } from '@bureau/ui';
import type { ReactNode } from 'react';
import { formatNumber } from '../../language/format.ts';
import { rulesWords } from './rules.words.ts';

const words = rulesWords.figures;

/** How often a rule was looked at, and what became of it. */
export function RuleFigures({ rule: { statistics } }: { rule: Rule }) {
  const { considered, applied, failed, lastAppliedAt } = statistics;
  return (
    <div className="rule-panel">
      <p className="rule-quiet">{words.lead}</p>
      <dl className="rule-figures">
        <Figure name={words.considered}>{formatNumber(considered)}</Figure>
        <Figure name={words.applied}>{formatNumber(applied)}</Figure>
        <Figure name={words.failed}>{formatNumber(failed)}</Figure>
        <Figure name={words.last}>
          {lastAppliedAt === null ? rulesWords.never : <RelativeTime at={lastAppliedAt} show="ago" />}
        </Figure>
      </dl>
    </div>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="bu-figures">{children}</dd>
    </div>
  );
}
