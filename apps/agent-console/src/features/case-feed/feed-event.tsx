import type { FeedEvent as Event } from '@bureau/contracts';
import { clockWords } from '../../plain/days.ts';
import { feedWords as words } from './case-feed.words.ts';
import { sentenceOf } from './event-sentence.ts';
import type { EventNames } from './event-sentence.ts';

/** One thing that was done, in one muted line; the reason on hover and for screen readers. */
export function FeedEvent({ event, names }: { event: Event; names: EventNames }) {
  return (
    <p className="feed-event" title={event.reason === null ? undefined : words.events.why(event.reason)}>
      <span title={sentenceOf(event, names)}>{sentenceOf(event, names)}</span>
      {event.reason !== null && <span className="feed-event-reason">{event.reason}</span>}
      <time dateTime={event.at} className="bu-figures">
        {clockWords(event.at)}
      </time>
    </p>
  );
}
