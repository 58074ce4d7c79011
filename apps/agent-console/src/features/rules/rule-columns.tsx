import type { Brand, Rule } from '@bureau/contracts';
import { Badge, RelativeTime, Switch } from '@bureau/ui';
import type { Column } from '@bureau/ui/parts';
import { formatNumber } from '../../language/format.ts';
import { rulesWords as words } from './rules.words.ts';

interface ColumnSettings {
  /** None: there is one brand only, and nothing to tell apart. */
  brands: readonly Brand[];
  sentenceOf: (rule: Rule) => string;
  /** Null: the desk did not switch it off. */
  whyOffOf: (rule: Rule) => string | null;
  onSwitch: (rule: Rule, enabled: boolean) => void;
}

/** What is told of a rule in a list. */
export function ruleColumns({ brands, sentenceOf, whyOffOf, onSwitch }: ColumnSettings): Column<Rule>[] {
  const brand: Column<Rule> = {
    id: 'brand',
    header: words.brand,
    width: '120px',
    isExtra: true,
    cell: ({ brandId }) =>
      brandId === null ? words.everyBrand : (brands.find(({ id }) => id === brandId)?.name ?? words.goneBrand),
  };
  return [
    {
      id: 'name',
      header: words.name,
      cell: (rule) => <RuleCell rule={rule} sentence={sentenceOf(rule)} whyOff={whyOffOf(rule)} />,
    },
    ...(brands.length > 0 ? [brand] : []),
    {
      id: 'applied',
      header: words.applied,
      align: 'end',
      width: '88px',
      isExtra: true,
      cell: ({ statistics: { applied } }) => words.appliedTimes(formatNumber(applied)),
    },
    {
      id: 'last',
      header: words.last,
      align: 'end',
      width: '104px',
      isExtra: true,
      cell: ({ statistics: { lastAppliedAt } }) =>
        lastAppliedAt === null ? (
          <span className="rule-quiet">{words.never}</span>
        ) : (
          <RelativeTime at={lastAppliedAt} />
        ),
    },
    {
      id: 'enabled',
      header: words.on,
      align: 'end',
      width: '64px',
      cell: (rule) => (
        <Switch
          aria-label={words.switchOf(rule.name)}
          isSelected={rule.enabled}
          onChange={(enabled) => onSwitch(rule, enabled)}
        />
      ),
    },
  ];
}

function RuleCell({ rule, sentence, whyOff }: { rule: Rule; sentence: string; whyOff: string | null }) {
  return (
    <span className="rule-cell">
      <span className="rule-name">
        {rule.name}
        {rule.stopProcessing && <Badge>{words.stops}</Badge>}
        {whyOff !== null && (
          <Badge tone="caution" icon="alert">
            {words.switchedOffByDesk}
          </Badge>
        )}
      </span>
      <span className="rule-sentence-short">{sentence}</span>
      {whyOff !== null && <span className="rule-trouble">{whyOff}</span>}
    </span>
  );
}
