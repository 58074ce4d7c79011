import { casesApi, notesApi } from '@bureau/contracts';
import type { FeedNote as Note } from '@bureau/contracts';
import { can, keyOf, useCommand, useSession } from '@bureau/client';
import { Button, IconButton, RelativeTime, useNow } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { memo, useState } from 'react';
import { clockWords } from '../../plain/days.ts';
import { mentionedIn, NoteField, useColleagues } from '../../pieces/note-field/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { feedWords as words } from './case-feed.words.ts';
import { EraseNote } from './erase-dialogs.tsx';
import { FileList } from './file-list.tsx';

/** Internal text on note paper, which says at a glance that no customer reads it; its author may still change it. */
export const FeedNote = memo(function FeedNote({ note, caseId }: { note: Note; caseId: number }) {
  const session = useSession();
  const now = useNow();
  const [isEditing, setEditing] = useState(false);
  const [isErasing, setErasing] = useState(false);
  const isMine = note.author.kind === 'user' && note.author.id === session.user.id;
  const isErased = note.erasedAt !== null;
  const isEditable = isMine && !isErased && Date.parse(note.editableUntil) > now;
  return (
    <article className="feed-note" aria-label={words.noteBy(note.author.name)}>
      <header className="feed-note-head">
        <strong>{note.author.name}</strong>
        <span>{words.note}</span>
        <time dateTime={note.at} className="bu-figures">
          {clockWords(note.at)}
        </time>
        {note.author.kind === 'sync' && <span>{note.published ? words.publishedThere : words.fromSalesforce}</span>}
        {note.editedAt !== null && <span>{words.edited}</span>}
        {isEditable && !isEditing && (
          <IconButton icon="pencil" size="small" label={words.editNote} onPress={() => setEditing(true)} />
        )}
        {!isErased && can(session, notesApi.erase) && (
          <IconButton icon="trash" size="small" label={words.erase.note} onPress={() => setErasing(true)} />
        )}
      </header>
      {isEditing ? <EditNote note={note} caseId={caseId} onDone={() => setEditing(false)} /> : <NoteText note={note} />}
      <FileList attachments={note.attachments} caseId={caseId} />
      <EraseNote note={note} caseId={caseId} isOpen={isErasing} onClose={() => setErasing(false)} />
    </article>
  );
});

function NoteText({ note }: { note: Note }) {
  if (note.erasedAt === null) return <p className="feed-note-text">{note.text}</p>;
  return (
    <p className="feed-erased">
      {words.noteErased} <RelativeTime at={note.erasedAt} show="exact" />
    </p>
  );
}

function EditNote({ note, caseId, onDone }: { note: Note; caseId: number; onDone: () => void }) {
  const [text, setText] = useState(note.text);
  const queries = useQueryClient();
  const colleagues = useColleagues();
  const edit = useCommand(notesApi.edit, {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keyOf(casesApi.feed, { params: { caseId } }) });
      onDone();
    },
  });
  const save = () => {
    if (text.trim() === '' || edit.isPending) return;
    edit.mutate({ params: { noteId: note.id }, body: { text, mentionedUserIds: mentionedIn(text, colleagues) } });
  };
  return (
    <div className="feed-note-edit">
      <NoteField
        label={words.editNote}
        value={text}
        isReadOnly={edit.isPending}
        onChange={setText}
        onSubmit={save}
        onLeave={onDone}
      />
      {edit.isError && <p role="alert">{problemText(edit.error)}</p>}
      <div className="feed-note-acts">
        <Button
          size="small"
          variant="primary"
          isPending={edit.isPending}
          isDisabled={text.trim() === ''}
          onPress={save}
        >
          {words.saveNote}
        </Button>
        <Button size="small" variant="quiet" onPress={onDone}>
          {words.cancelEdit}
        </Button>
      </div>
    </div>
  );
}
