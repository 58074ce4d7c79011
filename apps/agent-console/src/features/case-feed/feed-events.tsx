import type { FeedEvent } from '@bureau/contracts';
import { Button } from '@bureau/ui';
import { memo, useState } from 'react';
import { deedsOf, sentenceOf, sentenceWith, withMacros } from '../../pieces/event-sentence/index.ts';
import type { EventNames } from '../../pieces/event-sentence/index.ts';
import { sentenceInWords } from '../../language/sentences.ts';
import { clockWords, momentWords } from '../../plain/days.ts';
import { feedWords as words } from './case-feed.words.ts';

/** As many deeds are told in one line; of more, the first two and how many others. */
const TOLD_AT_ONCE = 3;

export interface FeedEventsProps {
  events: readonly FeedEvent[];
  names: EventNames;
  /** Shows why a rule did what it did. */
  onWhy?: (event: FeedEvent) => void;
}

/** What one person did in a run: one muted sentence, which opens to every single deed with its time and reason. */
export const FeedEvents = memo(
  function FeedEvents({ events, names, onWhy }: FeedEventsProps) {
    const [isOpen, setOpen] = useState(false);
    const last = events.at(-1);
    if (!last) return null;
    const { sentence, isWhole } = summaryOf(events, names);
    const isOpenable = events.length > 1 || !isWhole;
    return (
      <div className="feed-event">
        <p>
          <span>{sentence}</span>
          {events.length === 1 && <Reason event={last} />} <Moment at={last.at} />
          {last.actor.kind === 'rule' && onWhy && !isOpen && (
            <WhyButton sentence={sentence} onPress={() => onWhy(last)} />
          )}
          {isOpenable && (
            <Button
              variant="quiet"
              size="small"
              className="feed-event-more"
              aria-expanded={isOpen}
              onPress={() => setOpen(!isOpen)}
            >
              {isOpen ? words.events.fold : words.events.unfold}
            </Button>
          )}
        </p>
        {isOpen && (
          <ul className="feed-event-list">
            {events.map((event) => (
              <li key={event.id}>
                {sentenceOf(event, names)}
                <Reason event={event} /> <Moment at={event.at} />
                {event.actor.kind === 'rule' && onWhy && (
                  <WhyButton sentence={sentenceOf(event, names)} onPress={() => onWhy(event)} />
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    );
  },
  (one, other) => one.names === other.names && sameEvents(one.events, other.events),
);

function WhyButton({ sentence, onPress }: { sentence: string; onPress: () => void }) {
  return (
    <Button
      variant="quiet"
      size="small"
      className="feed-event-more"
      aria-label={words.events.whyOf(sentence)}
      onPress={onPress}
    >
      {words.events.why}
    </Button>
  );
}

function Reason({ event }: { event: FeedEvent }) {
  // What was erased is named in the sentence itself.
  if (event.reason === null || event.event === 'attachment.erased') return null;
  return <span className="feed-event-reason"> · {sentenceInWords(event.reason)}</span>;
}

function Moment({ at }: { at: string }) {
  return (
    <time dateTime={at} title={momentWords(at)} className="bu-figures">
      {clockWords(at)}
    </time>
  );
}

function summaryOf(events: readonly FeedEvent[], names: EventNames): { sentence: string; isWhole: boolean } {
  const [first] = events;
  if (!first) return { sentence: '', isWhole: true };
  const deeds = events.flatMap((event) => deedsOf(event, names));
  const told = deeds.length <= TOLD_AT_ONCE ? deeds : [...deeds.slice(0, 2), words.events.others(deeds.length - 2)];
  return { sentence: withMacros(events, sentenceWith(first, told, names)), isWhole: told === deeds };
}

function sameEvents(one: readonly FeedEvent[], other: readonly FeedEvent[]): boolean {
  return one.length === other.length && one.every(({ id }, index) => id === other[index]?.id);
}
