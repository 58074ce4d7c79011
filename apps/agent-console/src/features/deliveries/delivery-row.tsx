import type { DeliveryEntry, DeliveryState } from '@bureau/contracts';
import { Badge, Button, Link, RelativeTime } from '@bureau/ui';
import type { Tone } from '@bureau/ui';
import { formatList } from '../../language/format.ts';
import { canRetry } from './delivery-tabs.ts';
import { deliveriesWords as words } from './deliveries.words.ts';
import type { DeliveryActions } from './use-delivery-actions.ts';

const tones: Record<DeliveryState, Tone> = {
  pending: 'accent',
  sending: 'accent',
  sent: 'positive',
  failed: 'danger',
  bounced: 'danger',
  unknown: 'caution',
  cancelled: 'neutral',
};

export interface DeliveryRowProps {
  entry: DeliveryEntry;
  actions: DeliveryActions;
  mayRetry: boolean;
  isStateShown: boolean;
}

/** One message on its way out: what it says, to whom, how it fares and why, and what can be done. */
export function DeliveryRow({ entry, actions, mayRetry, isStateShown }: DeliveryRowProps) {
  const { state, subject, recipients, from, author, replacedBy } = entry;
  const isTrouble = canRetry(state);
  const reason = reasonOf(entry);
  return (
    <li className="delivery" data-state={state}>
      <div className="delivery-head">
        <Link href={`/cases/inbox/${entry.case.id}`} className="delivery-subject">
          {subject || words.noSubject}
        </Link>
        {(isStateShown || replacedBy !== null) && (
          <Badge tone={replacedBy === null ? tones[state] : 'neutral'}>
            {replacedBy === null ? words.states[state] : words.replaced}
          </Badge>
        )}
        <span className="delivery-time">
          <RelativeTime at={entry.sentAt ?? entry.createdAt} />
        </span>
      </div>
      <p className="delivery-who">{words.who({ author, from, to: formatList(recipients) })}</p>
      {reason !== '' && <p className="delivery-reason">{reason}</p>}
      {state === 'pending' && entry.nextAttemptAt !== null && entry.attempts > 0 && (
        <p className="delivery-who">
          {words.nextAttempt(entry.attempts)} <RelativeTime at={entry.nextAttemptAt} show="ago" />
        </p>
      )}
      {mayRetry && isTrouble && replacedBy === null && (
        <div className="delivery-actions">
          <Button size="small" icon="refresh" isDisabled={actions.isBusy} onPress={() => actions.retry(entry)}>
            {words.retry}
          </Button>
          {state === 'unknown' && (
            <>
              <Button size="small" isDisabled={actions.isBusy} onPress={() => actions.settle(entry, 'sent')}>
                {words.arrived}
              </Button>
              <Button size="small" isDisabled={actions.isBusy} onPress={() => actions.settle(entry, 'failed')}>
                {words.notArrived}
              </Button>
            </>
          )}
          <Link href={`/cases/inbox/${entry.case.id}`}>{words.openCase(entry.case.id)}</Link>
        </div>
      )}
    </li>
  );
}

/** The receiver's own words where there is trouble; what it means where they alone do not say. */
function reasonOf({ state, response, attempts }: DeliveryEntry): string {
  const said = response ?? '';
  if (state === 'unknown') return `${words.unknownMeans} ${said}`.trim();
  if (state === 'failed' || state === 'bounced' || (state === 'pending' && attempts > 0)) return said;
  return '';
}
