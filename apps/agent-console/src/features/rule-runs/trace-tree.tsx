import type { ConditionTrace, GroupTrace, NamedThing } from '@bureau/contracts';
import { Icon } from '@bureau/ui';
import { useSayTrace } from '../../pieces/say-conditions/index.ts';
import { listWords } from '../../plain/list-words.ts';
import { ruleRunsWords as words } from './rule-runs.words.ts';

interface TraceTreeProps {
  group: GroupTrace;
  /** What the ids in it are called. */
  called: readonly NamedThing[];
}

/** Conditions as they were asked: which held, by sign and word, and what was seen. */
export function TraceTree({ group, called }: TraceTreeProps) {
  return <Group group={group} say={useSayTrace(called)} />;
}

type Say = ReturnType<typeof useSayTrace>;

function Group({ group, say }: { group: GroupTrace; say: Say }) {
  return (
    <div className="trace-group">
      <p>
        <Verdict holds={group.holds} /> {words.match[group.match]}
      </p>
      <ul>
        {group.parts.map((part, at) => (
          <li key={at}>{'parts' in part ? <Group group={part} say={say} /> : <Asked trace={part} say={say} />}</li>
        ))}
      </ul>
    </div>
  );
}

function Asked({ trace: { condition, values, withheld, holds }, say }: { trace: ConditionTrace; say: Say }) {
  const seen = values.map((value) => say.seen(condition, value));
  return (
    <p className="trace-asked">
      <Verdict holds={holds} />
      <span>
        {say.asked(condition)}
        <span className="rule-runs-quiet">{withheld === null ? seenWords(seen) : words.withheld[withheld]}</span>
      </span>
    </p>
  );
}

function seenWords(seen: readonly string[]): string {
  return seen.length === 0 ? words.seenNothing : words.seen(listWords(seen));
}

/** Null: it cannot be said any more. */
function Verdict({ holds }: { holds: boolean | null }) {
  const verdict = holds === null ? 'unknown' : holds ? 'yes' : 'no';
  return (
    <span className="trace-verdict" data-verdict={verdict}>
      <Icon name={ICONS[verdict]} size={14} />
      <span className="bu-hidden">{words.holds[verdict]}: </span>
    </span>
  );
}

const ICONS = { yes: 'check', no: 'close', unknown: 'question' } as const;
