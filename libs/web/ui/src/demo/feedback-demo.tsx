import { useState } from 'react';
import { Button } from '../button/button.tsx';
import { Link } from '../button/link.tsx';
import { Banner } from '../feedback/banner.tsx';
import { ProgressBar } from '../feedback/progress-bar.tsx';
import { EmptyState, ErrorState, Skeleton } from '../feedback/states.tsx';
import { useToasts } from '../feedback/toast-region.tsx';

export function StatesDemo() {
  return (
    <div className="bu-demo-columns">
      <EmptyState icon="inbox" action={<Button icon="mail">Connect a mailbox</Button>}>
        No cases yet. Connect a mailbox and the first message becomes one.
      </EmptyState>
      <ErrorState
        what="The list of cases could not be loaded."
        safe="Everything you wrote is kept."
        advice="Check the connection, then try again."
        onRetry={() => {}}
      />
      <Skeleton />
      <Skeleton rows={4} shape="compact" />
      <Skeleton shape="text" />
    </div>
  );
}

export function FeedbackDemo() {
  const [isOpen, setOpen] = useState(true);
  const [undone, setUndone] = useState(0);
  const toasts = useToasts();
  const resolve = () =>
    toasts.show({ text: 'Case resolved', tone: 'positive', onUndo: () => setUndone((count) => count + 1) });
  const fail = () =>
    toasts.show({
      text: 'The reply was not sent',
      detail: 'Your text is kept as a draft.',
      tone: 'danger',
      action: { label: 'Try again', run: resolve },
    });
  return (
    <>
      {isOpen && <Banner onClose={() => setOpen(false)}>3 new cases since you looked.</Banner>}
      <Banner tone="note">Internal: the customer never sees this.</Banner>
      <Banner tone="positive">The mailbox works: one message went out and came back.</Banner>
      <Banner tone="caution" action={<Link href="#feedback">Show what changed</Link>}>
        Ana answered while you were writing.
      </Banner>
      <Banner tone="danger" action={<Button size="small">Sign in again</Button>}>
        The mailbox support@ refuses the password since 14:02.
      </Banner>
      <br />
      <div className="bu-demo-columns">
        <ProgressBar label="Importing cases" value={120} max={400} valueLabel="120 of 400" />
        <ProgressBar label="Reading the mailbox" />
      </div>
      <br />
      <div className="bu-demo-row">
        <Button onPress={resolve}>Toast with undo</Button>
        <Button onPress={fail}>Toast that stays</Button>
        <Button onPress={() => toasts.show({ text: 'Link copied' })}>Plain toast</Button>
        <span className="bu-figures">Undone {undone} times</span>
      </div>
    </>
  );
}
