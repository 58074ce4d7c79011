import type { ConditionTrace, GroupTrace } from '@bureau/contracts';
import { Icon } from '@bureau/ui';
import { listWords } from '../../plain/list-words.ts';
import { useSayConditions } from '../../pieces/say-conditions/index.ts';
import { ruleRunsWords as words } from './rule-runs.words.ts';

/** Conditions as they were asked: which held, by sign and word, and what was seen. */
export function TraceTree({ group }: { group: GroupTrace }) {
  return (
    <div className="trace-group">
      <p>
        <Verdict holds={group.holds} /> {words.match[group.match]}
      </p>
      <ul>
        {group.parts.map((part, at) => (
          <li key={at}>{'parts' in part ? <TraceTree group={part} /> : <Asked trace={part} />}</li>
        ))}
      </ul>
    </div>
  );
}

function Asked({ trace: { condition, description, seen, withheld, holds } }: { trace: ConditionTrace }) {
  const say = useSayConditions();
  // In English the desk said it with the names of that time.
  const isEnglish = document.documentElement.lang !== 'de';
  const said = isEnglish ? description : say({ match: 'all', conditions: [condition] });
  return (
    <p className="trace-asked">
      <Verdict holds={holds} />
      <span>
        {said}
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
