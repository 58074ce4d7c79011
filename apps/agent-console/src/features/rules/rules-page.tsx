import './rules.css';
import { RuleType } from '@bureau/contracts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { exampleOf } from './examples.ts';
import { NewRulePage } from './new-rule-page.tsx';
import { RuleList } from './rule-list.tsx';
import { RulePage } from './rule-page.tsx';

/** Business rules: all of them in their order, or one to write. */
export function RulesPage({ item, query, go }: AdminPageProps) {
  if (item === null) return <RuleList typed={query.q ?? ''} go={go} />;
  if (item !== 'new') return <RulePage ruleId={Number(item)} query={query} go={go} />;
  const begins = exampleOf(query.example);
  const type = begins?.type ?? RuleType.options.find((one) => one === query.type) ?? 'inbound-interaction';
  return <NewRulePage key={`${type} ${query.example}`} type={type} begins={begins} go={go} />;
}
