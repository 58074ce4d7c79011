import type { ConsideredRule } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { rulesApi } from '@bureau/contracts';
import { Badge, Button, Icon, Link } from '@bureau/ui';
import type { IconName, Tone } from '@bureau/ui';
import { useId, useState } from 'react';
import { ActionEffects } from '../../pieces/action-effects/index.ts';
import { formatDate } from '../../language/format.ts';
import { ruleRunsWords as words } from './rule-runs.words.ts';
import { TraceTree } from './trace-tree.tsx';

interface ConsideredRulesProps {
  rules: readonly ConsideredRule[];
  /** They were looked for by name: those that were not met are what one wants to see. */
  isSought: boolean;
}

/** What each rule made of it, in their order; those that were not met stand folded behind their number. */
export function ConsideredRules({ rules, isSought }: ConsideredRulesProps) {
  const [isOpen, setOpen] = useState(false);
  const list = useId();
  const notMet = rules.filter(({ outcome }) => outcome === 'not-met');
  const shown = isOpen || isSought ? rules : rules.filter(({ outcome }) => outcome !== 'not-met');
  return (
    <>
      {shown.length > 0 && (
        <ul id={list} className="rule-runs-rules">
          {shown.map((rule) => (
            <Considered key={rule.ruleId} rule={rule} />
          ))}
        </ul>
      )}
      {notMet.length > 0 && !isSought && (
        <Button
          size="small"
          variant="quiet"
          icon={isOpen ? 'chevron-down' : 'chevron-right'}
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {words.notMet(notMet.length)}
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

/** One rule: what became of it; opened, why. */
function Considered({ rule }: { rule: ConsideredRule }) {
  const [isOpen, setOpen] = useState(false);
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
        {isOpen && <Details rule={rule} />}
      </div>
    </li>
  );
}

function Details({ rule }: { rule: ConsideredRule }) {
  const { ruleId, version, outcome, trace, effects, error, restsUntil } = rule;
  const session = useSession();
  return (
    <>
      {outcome === 'stopped' && <p>{words.outcomeHelp.stopped}</p>}
      {outcome === 'loop' && <p>{words.outcomeHelp.loop}</p>}
      {restsUntil && <p>{words.outcomeHelp.resting(formatDate(restsUntil, UNTIL))}</p>}
      {error !== null && (
        <p className="rule-runs-error">
          <Icon name="alert" size={14} /> {error}
        </p>
      )}
      {trace && (
        <section aria-label={words.conditions}>
          <h4>{words.conditions}</h4>
          {trace.parts.length === 0 ? <p className="rule-runs-quiet">{words.always}</p> : <TraceTree group={trace} />}
        </section>
      )}
      {effects.length > 0 && (
        <section aria-label={words.effects}>
          <h4>{words.effects}</h4>
          <ActionEffects effects={effects} />
        </section>
      )}
      <p className="rule-runs-quiet">
        {words.version(version)}
        {can(session, rulesApi.get) && (
          <>
            {' · '}
            <Link href={`/admin/rules/${ruleId}`}>{words.openRule}</Link>
          </>
        )}
      </p>
    </>
  );
}
