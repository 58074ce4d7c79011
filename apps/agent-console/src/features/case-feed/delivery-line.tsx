import { casesApi, deliveriesApi } from '@bureau/contracts';
import type { Delivery, DeliveryState, SocialPost } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { Button, Icon, RelativeTime, useToasts } from '@bureau/ui';
import type { IconName } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { askComposer } from '../../pieces/composer-wishes.ts';
import { problemText } from '../../plain/problem-words.ts';
import { feedWords as words } from './case-feed.words.ts';
import { reasonOf } from './delivery-reason.ts';
import { NetworkResponse } from './network-response.tsx';
import { anchorOf } from './use-linked-message.ts';

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
  /** Of what leaves on a network; null: it is mail. */
  post: SocialPost | null;
  caseId: number;
  /** Only who wrote a message takes it back. */
  isMine: boolean;
  onUndo: (deliveryId: number) => void;
}

/** What became of a message on its way out, in the receiver's words where it went wrong, and what can be done. */
export function DeliveryLine({ delivery, post, caseId, isMine, onUndo }: DeliveryLineProps) {
  const { state, response } = delivery;
  const isTrouble = state === 'failed' || state === 'bounced' || state === 'unknown';
  const isReplaced = delivery.replacedBy !== null;
  return (
    <div className="feed-delivery" data-state={isReplaced ? 'replaced' : state}>
      <Icon name={icons[state]} size={14} />
      <span>{words.deliveries[state]}</span>
      {state === 'sent' && delivery.sentAt && <RelativeTime at={delivery.sentAt} show="ago" />}
      {state === 'pending' && isMine && <Undo delivery={delivery} onUndo={onUndo} />}
      {state === 'pending' && delivery.attempts > 0 && <Waiting delivery={delivery} onUndo={onUndo} />}
      {isReplaced && <a href={`#${anchorOf(delivery.replacedBy ?? 0)}`}>{words.replaced}</a>}
      {isTrouble && !isReplaced && <Remedies delivery={delivery} caseId={caseId} />}
      {response !== null && (isTrouble || delivery.attempts > 0) && state !== 'sent' && (
        <Response post={post}>{response}</Response>
      )}
    </div>
  );
}

/** What a network said is words for people already; what a mail server said is read for them, and quoted. */
function Response({ post, children }: { post: SocialPost | null; children: string }) {
  if (post !== null) return <NetworkResponse post={post}>{children}</NetworkResponse>;
  return (
    <p className="feed-delivery-response">
      {words.reasons[reasonOf(children)]} <q>{children}</q>
    </p>
  );
}

function Waiting({ delivery, onUndo }: Pick<DeliveryLineProps, 'delivery' | 'onUndo'>) {
  return (
    <span className="feed-delivery-waiting">
      · {words.attempts(delivery.attempts)}
      {delivery.nextAttemptAt && (
        <>
          {' '}
          · {words.nextAttempt} <RelativeTime at={delivery.nextAttemptAt} show="exact" />
        </>
      )}
      <Button size="small" variant="quiet" icon="undo" onPress={() => onUndo(delivery.id)}>
        {words.takeBack}
      </Button>
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
    onError: (error: Error) =>
      void toasts.show({ tone: 'danger', text: words.actionFailed, detail: problemText(error) }),
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
      <Button
        size="small"
        icon="pencil"
        onPress={() => askComposer(caseId, { kind: 'edit-failed', deliveryId: delivery.id })}
      >
        {words.editFailed}
      </Button>
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
