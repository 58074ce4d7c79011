import type { FeedNote as Note } from '@bureau/contracts';
import { clockWords } from '../../plain/days.ts';
import { feedWords as words } from './case-feed.words.ts';

/** Internal text on note paper, which says at a glance that no customer reads it. */
export function FeedNote({ note }: { note: Note }) {
  return (
    <article className="feed-note" aria-label={words.noteBy(note.author.name)}>
      <header className="feed-note-head">
        <strong>{note.author.name}</strong>
        <span>{words.note}</span>
        <time dateTime={note.at} className="bu-figures">
          {clockWords(note.at)}
        </time>
        {note.editedAt !== null && <span>{words.edited}</span>}
      </header>
      <p className="feed-note-text">{note.text}</p>
    </article>
  );
}
