import { casesApi, draftsApi, notesApi } from '@bureau/contracts';
import { keyOf, Offline, useClient } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { mentionedIn, useColleagues } from '../../pieces/note-field/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { composerWords } from './composer.words.ts';
import { useDraftStore } from './use-draft-store.ts';
import type { NoteSheetProps } from './note-sheet.tsx';
import { lastSequence } from './seen-sequence.ts';
import { useUploads } from './use-uploads.ts';
import { useWritingMark } from './use-writing-mark.ts';
import { isBlank } from './writing.ts';
import type { Writing } from './writing.ts';

const words = composerWords.note;

/** All that can be done to the note on one case, and how it stands. */
export function useNote(props: NoteSheetProps) {
  const { supportCase, feed } = props;
  const params = { caseId: supportCase.id };
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const colleagues = useColleagues();
  const { memory, begin } = props;
  const store = useDraftStore({ caseId: supportCase.id, kind: 'note', memory, begin });
  const { writing, saving } = useSyncExternalStore(store.subscribe, store.get);
  const [isAdding, setAdding] = useState(false);
  const markWriting = useWritingMark(props.onWriting);

  const change = (changes: Partial<Writing>) => {
    store.change(changes);
    markWriting(!isBlank(store.get().writing));
  };
  const uploads = useUploads(
    (upload) => change({ uploads: [...store.get().writing.uploads, upload] }),
    composerWords.uploads,
  );
  const post = async () => {
    await store.settle();
    const { text, uploads: files, key } = store.get().writing;
    const body = { text, mentionedUserIds: mentionedIn(text, colleagues), uploadIds: files.map(({ id }) => id) };
    const note = await client.call(notesApi.add, { params, body }, { idempotencyKey: key });
    store.clear(note.sequence);
    queries.setQueryData(keyOf(draftsApi.get, { params, query: { kind: 'note' } }), { draft: null });
  };
  const add = async () => {
    if (isAdding || writing.text.trim() === '' || uploads.uploading.length > 0) return;
    setAdding(true);
    try {
      await post();
      markWriting(false);
      await queries.invalidateQueries({ queryKey: keyOf(casesApi.feed, { params }) });
      await queries.invalidateQueries({ queryKey: keyOf(casesApi.get, { params }) });
    } catch (error) {
      // Kept with the words: whoever comes back to them is told, too, that they were never added.
      store.change({ failed: error instanceof Offline ? words.offline : problemText(error) });
    }
    setAdding(false);
  };
  const discard = () => {
    markWriting(false);
    toasts.show({ text: words.discarded, onUndo: () => store.change(writing) });
    void store.discard(lastSequence(feed)).catch(() => undefined);
  };
  return {
    writing,
    saving,
    isAdding,
    failure: isAdding || isBlank(writing) ? null : writing.failed,
    isBlank: isBlank(writing),
    uploads,
    change,
    add,
    discard,
    forgive: () => store.change({ failed: null }),
    detach: (id: number) => change({ uploads: writing.uploads.filter((upload) => upload.id !== id) }),
  };
}
