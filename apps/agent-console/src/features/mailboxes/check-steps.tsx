import type { CheckStep, CheckStepName } from '@bureau/contracts';
import { Banner, Icon } from '@bureau/ui';
import type { IconName } from '@bureau/ui';
import { formatNumber } from '../../language/format.ts';
import { checkWords as words } from './check.words.ts';
import type { CheckProgress } from './use-check.ts';

const order: Record<CheckStep['side'], readonly CheckStepName[]> = {
  imap: ['name', 'connect', 'encryption', 'sign-in', 'folder'],
  smtp: ['name', 'connect', 'encryption', 'sign-in', 'sender'],
};

const icons: Record<CheckStep['state'], IconName> = {
  ok: 'check',
  warning: 'alert',
  failed: 'close',
  skipped: 'minus',
};

/** The steps of one side of a check: those that are known, the one that runs, and those to come. */
export function CheckSteps({ side, progress }: { side: CheckStep['side']; progress: CheckProgress }) {
  const { steps, isRunning, error } = progress;
  if (!isRunning && steps.length === 0 && error === undefined) return null;
  const known = new Map(steps.filter((step) => step.side === side).map((step) => [step.step, step]));
  const next = order[side].find((name) => !known.has(name));
  const isOver = !isRunning && known.size === order[side].length;
  return (
    <div className="check">
      <ol className="check-steps" aria-label={words.title[side]}>
        {order[side].map((name) => (
          <StepLine key={name} side={side} name={name} step={known.get(name)} isNow={isRunning && name === next} />
        ))}
      </ol>
      {error !== undefined && <Banner tone="danger">{error}</Banner>}
      <p className="bu-hidden" role="status">
        {isOver && outcomeOf([...known.values()])}
      </p>
    </div>
  );
}

interface StepLineProps {
  side: CheckStep['side'];
  name: CheckStepName;
  step: CheckStep | undefined;
  isNow: boolean;
}

function StepLine({ side, name, step, isNow }: StepLineProps) {
  const state = step?.state ?? (isNow ? 'now' : 'later');
  const found = step && (step.finding === null ? step.message : words.finding(step));
  return (
    <li data-state={state}>
      <span className="check-mark">
        {step ? <Icon name={icons[step.state]} label={words.states[step.state]} /> : null}
      </span>
      <span className="check-name">{words.steps[side][name]}</span>
      <span className="check-time bu-figures">
        {step && step.state !== 'skipped' && words.took(formatNumber(step.ms))}
      </span>
      {found && <span className="check-found">{found}</span>}
    </li>
  );
}

function outcomeOf(steps: readonly CheckStep[]): string {
  const failed = steps.find(({ state }) => state === 'failed');
  return failed ? `${words.failed} ${words.finding(failed)}` : words.passed;
}
