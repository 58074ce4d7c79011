import type { ConsideredRule, RuleRun } from '@bureau/contracts';
import { can, usePages, useSession } from '@bureau/client';
import { rulesApi } from '@bureau/contracts';
import { Badge, Button, Icon, Link } from '@bureau/ui';
import type { IconName, Tone } from '@bureau/ui';
import { useId, useState } from 'react';
import { formatDate } from '../../language/format.ts';
import { ActionEffects } from '../../pieces/action-effects/index.ts';
import { useSayAction } from '../../pieces/action-sentence/index.ts';
import { sayTrouble } from '../../pieces/rule-trouble/index.ts';
import { ruleRunsWords as words } from './rule-runs.words.ts';
import { TraceTree } from './trace-tree.tsx';
import type { ToldAt } from './why-dialog.tsx';

interface ConsideredRulesProps {
  run: RuleRun;
  /** Where it is told, and of which rule it was asked. */
  place: ToldAt;
  /** They were looked for by name: those that were not met are what one wants to see. */
  isSought: boolean;
}

/** What each rule made of it, in their order; those that were not met stand folded behind their number. */
export function ConsideredRules({ run, place, isSought }: ConsideredRulesProps) {
  const { considered, notMet } = run;
  const [isOpen, setOpen] = useState(false);
  const list = useId();
  const whole = usePages(
    rulesApi.explain,
    { params: { caseId: place.caseId }, query: { runId: run.id } },
    { enabled: isOpen && considered > run.rules.length },
  );
  const rules = isOpen && whole.items.length > 0 ? whole.items.flatMap((part) => part.rules) : run.rules;
  const shown = isOpen || isSought ? rules : rules.filter(({ outcome }) => outcome !== 'not-met');
  return (
    <>
      {shown.length > 0 && (
        <ul id={list} className="rule-runs-rules">
          {shown.map((rule) => (
            <Considered key={rule.ruleId} rule={rule} place={place} />
          ))}
        </ul>
      )}
      {isOpen && whole.hasNextPage && (
        <Button size="small" isPending={whole.isFetchingNextPage} onPress={() => void whole.fetchNextPage()}>
          {words.moreRules}
        </Button>
      )}
      {notMet > 0 && !isSought && (
        <Button
          size="small"
          variant="quiet"
          icon={isOpen ? 'chevron-down' : 'chevron-right'}
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {words.notMet(notMet)}
        </Button>
      )}
    </>
  );
}

const LOOKS: Record<ConsideredRule['outcome'], { icon: IconName; tone: Tone }> = {
  applied: { icon: 'check', tone: 'positive' },
  'not-met': { icon: 'minus', tone: 'neutral' },
  stopped: { icon: 'pause', tone: 'neutral' },
  loop: { icon: 'refresh', tone: 'caution' },
  resting: { icon: 'pause', tone: 'caution' },
  failed: { icon: 'alert', tone: 'danger' },
};

const UNTIL: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };

interface ConsideredProps {
  rule: ConsideredRule;
  place: ToldAt;
}

/** One rule: what became of it; opened, why. The one that was asked about is open. */
function Considered({ rule, place }: ConsideredProps) {
  const [isOpen, setOpen] = useState(place.asked?.ruleId === rule.ruleId);
  const details = useId();
  const { icon, tone } = LOOKS[rule.outcome];
  return (
    <li>
      <Button
        variant="quiet"
        className="rule-runs-rule"
        icon={isOpen ? 'chevron-down' : 'chevron-right'}
        aria-expanded={isOpen}
        aria-controls={details}
        onPress={() => setOpen(!isOpen)}
      >
        <span className="bu-truncate">{rule.name}</span>
        <Badge tone={tone} icon={icon}>
          {words.outcomes[rule.outcome]}
        </Badge>
      </Button>
      <div id={details} hidden={!isOpen} className="rule-runs-details">
        {isOpen && <Details rule={rule} place={place} />}
      </div>
    </li>
  );
}

function Details({ rule, place }: ConsideredProps) {
  const { outcome, restsUntil, trace, names, actions, effects } = rule;
  const sayAction = useSayAction(actions, names);
  const error = errorOf(rule, { actions, sayAction });
  return (
    <>
      {outcome === 'stopped' && <p>{words.outcomeHelp.stopped}</p>}
      {outcome === 'loop' && error === null && <p>{words.outcomeHelp.loop}</p>}
      {restsUntil !== null && <p>{words.outcomeHelp.resting(formatDate(restsUntil, UNTIL))}</p>}
      {error !== null && (
        <p className="rule-runs-error">
          <Icon name="alert" size={14} /> {error}
        </p>
      )}
      {trace && (
        <section aria-label={words.conditions}>
          <h4>{words.conditions}</h4>
          {trace.parts.length === 0 ? (
            <p className="rule-runs-quiet">{words.always}</p>
          ) : (
            <TraceTree group={trace} called={names} />
          )}
        </section>
      )}
      {effects.length > 0 && (
        <section aria-label={words.effects}>
          <h4>{words.effects}</h4>
          <ActionEffects
            effects={effects}
            say={({ index, description }) => {
              const action = actions[index];
              return action ? sayAction(action) : description;
            }}
          />
        </section>
      )}
      <Whence rule={rule} place={place} />
    </>
  );
}

function errorOf({ trouble, error }: ConsideredRule, said: Parameters<typeof sayTrouble>[1]): string | null {
  // Runs from before facts were kept have the sentence alone.
  return trouble ? sayTrouble(trouble, said) : error;
}

/** Which version of it that was, and the way there for whoever may see rules. */
function Whence({ rule: { ruleId, version, gone }, place: { caseId, asked } }: ConsideredProps) {
  const session = useSession();
  const from = new URLSearchParams({ case: String(caseId) });
  if (asked) from.set('place', String(asked.sequence));
  return (
    <p className="rule-runs-quiet">
      {words.version(version)}
      {gone && ` · ${words.gone}`}
      {!gone && can(session, rulesApi.get) && (
        <>
          {' · '}
          <Link href={`/admin/rules/${ruleId}?panel=versions&version=${version}&${from.toString()}`}>
            {words.openRule}
          </Link>
        </>
      )}
    </p>
  );
}
