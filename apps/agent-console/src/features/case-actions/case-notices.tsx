import './case-actions.css';
import type { Case } from '@bureau/contracts';
import { Banner, Button, Link } from '@bureau/ui';
import { momentWords } from '../../plain/days.ts';
import { actionsWords as words } from './case-actions.words.ts';
import type { CaseActions } from './use-case-actions.ts';
import { useSnooze } from './use-snooze.ts';

export interface CaseNoticesProps {
  supportCase: Case;
  actions: CaseActions;
  hrefOf: (caseId: number) => string;
}

/** What is out of the ordinary about a case, each with the way back: closed, merged, in the trash, spam, asleep. */
export function CaseNotices({ supportCase, actions, hrefOf }: CaseNoticesProps) {
  const { mergedIntoId, status, deletedAt, spamAt, snooze } = supportCase;
  return (
    <div className="case-notices">
      {mergedIntoId !== null && (
        <Banner>
          {words.merged} <Link href={hrefOf(mergedIntoId)}>#{mergedIntoId}</Link>
        </Banner>
      )}
      {status === 'closed' && mergedIntoId === null && <Closed supportCase={supportCase} />}
      {deletedAt !== null && <InTrash deletedAt={deletedAt} actions={actions} />}
      {spamAt !== null && deletedAt === null && <Spam spamAt={spamAt} actions={actions} />}
      {snooze !== null && status !== 'closed' && deletedAt === null && <Asleep supportCase={supportCase} />}
    </div>
  );
}

function Closed({ supportCase: { closedAt } }: { supportCase: Case }) {
  return (
    <Banner>
      <strong>{closedAt === null ? words.closedUndated : words.closed(momentWords(closedAt))}</strong>{' '}
      {words.closedHint}
    </Banner>
  );
}

function InTrash({ deletedAt, actions: { toggleTrash } }: { deletedAt: string; actions: CaseActions }) {
  const action = toggleTrash && (
    <Button size="small" icon="undo" onPress={toggleTrash}>
      {words.restore}
    </Button>
  );
  return (
    <Banner tone="caution" action={action ?? undefined}>
      <strong>{words.inTrash(momentWords(deletedAt))}</strong> {words.inTrashHint}
    </Banner>
  );
}

function Spam({ spamAt, actions: { toggleSpam, frozen } }: { spamAt: string; actions: CaseActions }) {
  const action = frozen === null && (
    <Button size="small" onPress={toggleSpam}>
      {words.notSpam}
    </Button>
  );
  return (
    <Banner tone="caution" action={action || undefined}>
      <strong>{words.isSpam(momentWords(spamAt))}</strong> {words.isSpamHint}
    </Banner>
  );
}

function Asleep({ supportCase }: { supportCase: Case }) {
  const { frozen, wake } = useSnooze(supportCase);
  const until = supportCase.snooze?.until ?? null;
  const action = frozen === null && (
    <Button size="small" onPress={wake}>
      {words.wake}
    </Button>
  );
  return (
    <Banner action={action || undefined}>
      <strong>{until === null ? words.sleepsOpen : words.sleepsUntil(momentWords(until))}</strong>{' '}
      {until !== null && words.wakesSooner}
    </Banner>
  );
}
