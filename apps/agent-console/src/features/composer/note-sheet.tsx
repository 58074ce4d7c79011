import { draftsApi } from '@bureau/contracts';
import { useRoute, useSession } from '@bureau/client';
import { Banner, Button, IconButton, Kbd, Skeleton, useShortcuts } from '@bureau/ui';
import { useEffect, useRef } from 'react';
import { newKey } from '../../plain/new-key.ts';
import { NoteField } from '../../pieces/note-field/index.ts';
import { beginningOf } from './beginning-of.ts';
import { composerWords } from './composer.words.ts';
import type { ComposerProps } from './composer.tsx';
import { draftMemory } from './draft-memory.ts';
import type { DraftMemory, Remembered } from './draft-memory.ts';
import { FileStrip } from './file-strip.tsx';
import { lastSequence } from './seen-sequence.ts';
import { useNote } from './use-note.ts';
import { emptyWriting, writingOf } from './writing.ts';

const words = composerWords.note;

export interface NoteSheetProps extends ComposerProps {
  memory: DraftMemory;
  begin: () => Remembered;
}

/** Where colleagues are told something: on note paper, kept as a draft of its own. */
export function NoteSheet(props: ComposerProps) {
  const { supportCase, feed } = props;
  const { user } = useSession();
  const draft = useRoute(draftsApi.get, { params: { caseId: supportCase.id }, query: { kind: 'note' } });
  if (draft.isPending) return <Skeleton rows={2} shape="text" />;
  const memory = draftMemory(window.localStorage, user.id, `${supportCase.id}.note`);
  const begin = () => {
    const empty = emptyWriting(lastSequence(feed), newKey());
    const saved = draft.data?.draft ?? null;
    return beginningOf(memory.recall(), saved && writingOf(saved, empty.key), empty);
  };
  return <Sheet {...props} memory={memory} begin={begin} />;
}

function Sheet(props: NoteSheetProps) {
  const note = useNote(props);
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { section, note: description } = composerWords.shortcuts;
  useShortcuts([{ id: 'note.write', keys: 'i', section, description, run: () => field.current?.focus() }]);
  const waits = note.uploads.uploading.length > 0;
  return (
    <section className="composer-note" aria-label={words.region}>
      {note.failure !== null && (
        <Banner
          tone="danger"
          action={
            <Button size="small" onPress={() => void note.add()}>
              {words.retry}
            </Button>
          }
          onClose={note.forgive}
        >
          <strong>{words.failed} </strong>
          {note.failure}
        </Banner>
      )}
      <NoteField
        label={words.region}
        placeholder={words.placeholder}
        value={note.writing.text}
        isReadOnly={note.isAdding}
        fieldRef={field}
        onChange={(text) => note.change({ text })}
        onSubmit={() => void note.add()}
        onLeave={props.onLeave}
        onFiles={note.uploads.add}
      />
      <FileStrip attached={note.writing.uploads} uploads={note.uploads} onDetach={note.detach} />
      <div className="composer-bar">
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label={composerWords.attach}
          onChange={({ target }) => {
            note.uploads.add([...(target.files ?? [])]);
            target.value = '';
          }}
        />
        <IconButton
          icon="paperclip"
          label={composerWords.attach}
          size="small"
          placement="top"
          onPress={() => picker.current?.click()}
        />
        <span className="composer-saving" role="status">
          {note.isBlank ? words.internal : waits ? composerWords.waitForUploads : composerWords.saving[note.saving]}
        </span>
        <span className="composer-room" />
        {!note.isBlank && (
          <IconButton icon="trash" label={words.discard} size="small" placement="top" onPress={note.discard} />
        )}
        <Button
          variant="primary"
          isPending={note.isAdding}
          isDisabled={note.writing.text.trim() === '' || waits}
          onPress={() => void note.add()}
        >
          {words.add} <Kbd keys="mod+enter" />
        </Button>
      </div>
    </section>
  );
}
