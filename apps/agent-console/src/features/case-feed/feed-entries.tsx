import type { Case, FeedEvent, FeedItem, FeedMessage as Message } from '@bureau/contracts';
import { Checkbox, useNow } from '@bureau/ui';
import { Fragment, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { EventNames } from '../../pieces/event-sentence/index.ts';
import { dayKey, dayWords, momentWords } from '../../plain/days.ts';
import { feedWords as words } from './case-feed.words.ts';
import { entriesOf, firstOf, keyOfEntry } from './feed-entries.ts';
import type { FeedEntry } from './feed-entries.ts';
import { FeedEvents } from './feed-events.tsx';
import { authorOf, FeedMessage } from './feed-message.tsx';
import { FeedNote } from './feed-note.tsx';
import type { MessagePicking } from './message-picking.ts';

export interface FeedEntriesProps {
  supportCase: Case;
  items: readonly FeedItem[];
  outgoing: Message | null;
  /** The sequence of the first thing that is new to the reader. */
  unread: number | null;
  names: EventNames;
  picking?: MessagePicking;
  onUndo: (deliveryId: number) => void;
  /** Shows why a rule did what it did. */
  onWhy?: (event: FeedEvent) => void;
}

/** The entries under their days, with the line between what the reader knew and what is new. */
export function FeedEntries({ items, outgoing, unread, ...rest }: FeedEntriesProps) {
  const now = useNow();
  const entries = useMemo(() => entriesOf(outgoing ? [...items, outgoing] : items), [items, outgoing]);
  return entries.map((entry, index) => {
    const first = firstOf(entry);
    const before = entries[index - 1];
    const isNewDay = first && (!before || dayKey(firstOf(before)?.at ?? '') !== dayKey(first.at));
    return (
      <Fragment key={keyOfEntry(entry)}>
        {isNewDay && (
          <h2 className="feed-day">
            <span>{dayWords(first.at, now)}</span>
          </h2>
        )}
        {unread !== null && first?.sequence === unread && (
          <p className="feed-unread" data-unread-line>
            <span>{words.unread}</span>
          </p>
        )}
        <Entry entry={entry} {...rest} />
      </Fragment>
    );
  });
}

type EntryProps = Pick<FeedEntriesProps, 'supportCase' | 'names' | 'picking' | 'onUndo' | 'onWhy'> & {
  entry: FeedEntry;
};

function Entry({ entry, supportCase, names, picking, onUndo, onWhy }: EntryProps) {
  if (entry.kind === 'events') return <FeedEvents events={entry.events} names={names} onWhy={onWhy} />;
  if (entry.kind === 'note') {
    return (
      <Pickable kind="note" id={entry.item.id} name={words.noteBy(entry.item.author.name)} picking={picking}>
        <FeedNote note={entry.item} caseId={supportCase.id} />
      </Pickable>
    );
  }
  const { item } = entry;
  return (
    <Pickable kind="message" id={item.id} name={words.pick(authorOf(item), momentWords(item.at))} picking={picking}>
      <FeedMessage message={item} caseId={supportCase.id} caseSubject={supportCase.subject} onUndo={onUndo} />
    </Pickable>
  );
}

interface PickableProps {
  kind: 'message' | 'note';
  id: number;
  name: string;
  picking: MessagePicking | undefined;
  children: ReactNode;
}

/** A box beside what can be picked, while somebody picks. The place stays, so that nothing is drawn anew. */
function Pickable({ kind, id, name, picking, children }: PickableProps) {
  const ids = kind === 'message' ? picking?.messageIds : picking?.noteIds;
  return (
    <div
      className="feed-entry"
      data-kind={kind}
      data-picked={ids?.has(id) || undefined}
      data-picking={picking ? true : undefined}
    >
      {picking && id !== 0 && (
        <Checkbox aria-label={name} isSelected={ids?.has(id) ?? false} onChange={() => picking.toggle(kind, id)} />
      )}
      {children}
    </div>
  );
}
