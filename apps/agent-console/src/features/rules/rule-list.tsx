import { brandsApi, rulesApi, RuleType } from '@bureau/contracts';
import type { Rule } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Button, EmptyState, ErrorState, Picker, SearchField, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import { AdminPage, AdminSection } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { ExampleRules } from './example-rules.tsx';
import { ruleColumns } from './rule-columns.tsx';
import { rulesWords as words } from './rules.words.ts';
import { useOrderRules } from './use-order-rules.ts';
import { useRuleSentence } from './use-rule-sentence.ts';
import { useSwitchRule } from './use-switch-rule.ts';

interface RuleListProps {
  typed: string;
  go: AdminPageProps['go'];
}

/** From so many on, one looks for a rule by typing. */
const MANY = 8;

/** All rules, by when they are considered and in that order; dragged, or moved by keyboard. */
export function RuleList({ typed, go }: RuleListProps) {
  const rules = useRoute(rulesApi.list, {});
  const all = rules.data?.items ?? [];
  return (
    <AdminPage title={words.title} lead={words.lead} action={<AddRule go={go} />}>
      {all.length > MANY && (
        <div className="rule-search">
          <SearchField
            label={words.search}
            value={typed}
            onChange={(next) => go({ query: next === '' ? {} : { q: next }, replace: true })}
          />
        </div>
      )}
      {rules.isPending && <Skeleton rows={6} />}
      {rules.isError && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          onRetry={() => void rules.refetch()}
          isRetrying={rules.isFetching}
        />
      )}
      {rules.data && all.length === 0 && <ExampleRules go={go} />}
      <RuleTables rules={all} typed={typed} go={go} />
    </AdminPage>
  );
}

function AddRule({ go }: Pick<RuleListProps, 'go'>) {
  return (
    <Picker
      label={words.addOf}
      placement="bottom end"
      groups={[
        {
          id: 'types',
          choices: RuleType.options.map((type) => ({
            id: type,
            label: words.types[type].name,
            detail: words.types[type].about,
          })),
        },
      ]}
      onChoose={(type) => go({ item: 'new', query: { type } })}
      trigger={
        <Button variant="primary" icon="plus">
          {words.add}
        </Button>
      }
    />
  );
}

function RuleTables({ rules, typed, go }: RuleListProps & { rules: readonly Rule[] }) {
  const session = useSession();
  const mayBrands = can(session, brandsApi.list);
  const brands = useRoute(brandsApi.list, {}, { enabled: mayBrands }).data?.items ?? [];
  const sentenceOf = useRuleSentence(rules.flatMap(({ actions }) => actions));
  const onSwitch = useSwitchRule();
  const move = useOrderRules();
  const sought = typed.trim().toLowerCase();
  const isFound = (rule: Rule) => `${rule.name} ${sentenceOf.rule(rule)}`.toLowerCase().includes(sought);
  const columns = ruleColumns({
    brands: brands.length > 1 ? brands : [],
    sentenceOf: sentenceOf.rule,
    whyOffOf: sentenceOf.whyOff,
    onSwitch,
  });
  const shown = RuleType.options
    .map((type) => ({ type, rows: rules.filter((rule) => rule.type === type && isFound(rule)) }))
    .filter(({ rows }) => rows.length > 0);
  if (rules.length > 0 && shown.length === 0) return <EmptyState icon="search">{words.noneFound(typed)}</EmptyState>;
  return shown.map(({ type, rows }) => (
    <AdminSection key={type} title={words.types[type].name} lead={words.types[type].about}>
      <DataTable
        caption={words.caption(words.types[type].name)}
        isCaptionHidden
        columns={columns}
        rows={rows}
        rowId={({ id }) => String(id)}
        rowName={({ name }) => name}
        onOpen={({ id }) => go({ item: String(id) })}
        // A part of the list has no order of its own.
        onMove={sought === '' ? (rule, place) => move(rows, rule, place) : undefined}
      />
    </AdminSection>
  ));
}
