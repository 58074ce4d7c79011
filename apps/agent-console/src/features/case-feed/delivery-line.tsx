import { deliveriesApi } from '@bureau/contracts';
import type { Delivery, DeliveryState } from '@bureau/contracts';
import { casesApi } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { Button, Icon, RelativeTime, useToasts } from '@bureau/ui';
import type { IconName } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { feedWords as words } from './case-feed.words.ts';

const icons: Record<DeliveryState, IconName> = {
  pending: 'clock',
  sending: 'send',
  sent: 'check',
  failed: 'alert',
  unknown: 'alert',
  cancelled: 'undo',
  bounced: 'alert',
};

export interface DeliveryLineProps {
  delivery: Delivery;
  caseId: number;
  /** Only who wrote a message takes it back. */
  isMine: boolean;
  onUndo: (deliveryId: number) => void;
}

/** What became of a message on its way out, in the receiver's words where it went wrong, and what can be done. */
export function DeliveryLine({ delivery, caseId, isMine, onUndo }: DeliveryLineProps) {
  const { state, response } = delivery;
  const isTrouble = state === 'failed' || state === 'bounced' || state === 'unknown';
  return (
    <div className="feed-delivery" data-state={state}>
      <Icon name={icons[state]} size={14} />
      <span>{words.deliveries[state]}</span>
      {state === 'sent' && delivery.sentAt && <RelativeTime at={delivery.sentAt} />}
      {state === 'pending' && isMine && <Undo delivery={delivery} onUndo={onUndo} />}
      {state === 'pending' && delivery.attempts > 0 && <Waiting delivery={delivery} />}
      {isTrouble && <Remedies delivery={delivery} caseId={caseId} />}
      {response !== null && (isTrouble || delivery.attempts > 0) && state !== 'sent' && (
        <q className="feed-delivery-response">{response}</q>
      )}
    </div>
  );
}

function Waiting({ delivery }: { delivery: Delivery }) {
  return (
    <span>
      · {words.attempts(delivery.attempts)}
      {delivery.nextAttemptAt && (
        <>
          {' '}
          · {words.nextAttempt} <RelativeTime at={delivery.nextAttemptAt} show="exact" />
        </>
      )}
    </span>
  );
}

/** Counts down as long as the message can be taken back. */
function Undo({ delivery, onUndo }: Pick<DeliveryLineProps, 'delivery' | 'onUndo'>) {
  const seconds = useSecondsUntil(delivery.undoUntil);
  if (seconds <= 0) return null;
  return (
    <Button size="small" variant="quiet" icon="undo" onPress={() => onUndo(delivery.id)}>
      <span className="bu-figures">{words.undo(seconds)}</span>
    </Button>
  );
}

function Remedies({ delivery, caseId }: { delivery: Delivery; caseId: number }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const [isAsking, setAsking] = useState(false);
  const after = {
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(casesApi.feed, { params: { caseId } }) }),
    onError: (error: Error) => void toasts.show({ tone: 'danger', text: words.actionFailed, detail: error.message }),
  };
  const retry = useCommand(deliveriesApi.retry, after);
  const settle = useCommand(deliveriesApi.settle, after);
  const params = { deliveryId: delivery.id };
  return (
    <>
      {delivery.state !== 'bounced' && (
        <Button size="small" icon="refresh" isPending={retry.isPending} onPress={() => retry.mutate({ params })}>
          {words.retry}
        </Button>
      )}
      {delivery.state === 'unknown' && !isAsking && (
        <Button size="small" onPress={() => setAsking(true)}>
          {words.settle}
        </Button>
      )}
      {isAsking && (
        <span className="feed-settle" role="group" aria-label={words.settle}>
          {words.settleAsk}
          <Button size="small" onPress={() => settle.mutate({ params, body: { state: 'sent' } })}>
            {words.settleSent}
          </Button>
          <Button size="small" onPress={() => settle.mutate({ params, body: { state: 'failed' } })}>
            {words.settleFailed}
          </Button>
        </span>
      )}
    </>
  );
}

function useSecondsUntil(moment: string | null): number {
  const until = moment === null ? 0 : Date.parse(moment);
  const [now, setNow] = useState(Date.now);
  const isOver = now >= until;
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [isOver]);
  return Math.max(0, Math.ceil((until - now) / 1000));
}
