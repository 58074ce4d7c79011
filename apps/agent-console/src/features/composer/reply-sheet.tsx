import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import type { DragEvent } from 'react';
import type { ComposerProps } from './composer.tsx';
import { composerWords as words } from './composer.words.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import type { DraftMemory, Remembered } from './draft-memory.ts';
import { FailureNote } from './failure-note.tsx';
import { FileStrip } from './file-strip.tsx';
import { Recipients } from './recipients.tsx';
import { ReplyEditor } from './reply-editor.tsx';
import { SendBar } from './send-bar.tsx';
import { focusText, useComposerShortcuts } from './use-composer-shortcuts.ts';
import { useReply } from './use-reply.ts';

export interface ReplySheetProps extends ComposerProps {
  userId: number;
  memory: DraftMemory;
  /** What lies on the sheet at first. */
  begin: () => Remembered;
  /** The agent asked to write before the sheet was there: the cursor is hers at once. */
  isWanted: boolean;
}

/** The sheet itself: recipients, text, files, and what stands in the way of sending. */
export function ReplySheet(props: ReplySheetProps) {
  const [editor, setEditor] = useState<Editor | null>(null);
  const reply = useReply(props, editor);
  const [isOver, setOver] = useState(false);
  useComposerShortcuts({ editor, send: () => void reply.send(reply.choice) });

  const { supportCase } = props;
  const name = supportCase.customer.name || (supportCase.customer.address ?? '');
  const drop = (event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    reply.uploads.add([...event.dataTransfer.files]);
  };
  return (
    <section
      className="composer"
      aria-label={words.region}
      data-blank={(reply.isBlank && reply.uploads.uploading.length === 0) || undefined}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <ConflictOf reply={reply} />
      {reply.failure && reply.failure.kind !== 'moved-on' && (
        <FailureNote failure={reply.failure} onRetry={reply.retry} onClose={reply.forgive} />
      )}
      <Recipients
        name={supportCase.customer.name}
        address={supportCase.customer.address ?? ''}
        cc={reply.cc}
        isReadOnly={reply.isSending}
        saving={reply.uploads.uploading.length > 0 ? words.waitForUploads : words.saving[reply.saving]}
        onChangeCc={(cc) => reply.change({ cc })}
      />
      <ReplyEditor
        initialHtml={reply.initialHtml}
        placeholder={words.placeholder(name)}
        isReadOnly={reply.isSending}
        onReady={(ready) => {
          setEditor(ready);
          if (props.isWanted) focusText(ready);
        }}
        onChange={reply.change}
        onSend={() => void reply.send(reply.choice)}
        onFiles={reply.uploads.add}
        onLeave={props.onLeave}
      />
      <FileStrip attached={reply.writing.uploads} uploads={reply.uploads} onDetach={reply.detach} />
      {isOver && <p className="composer-drop">{words.dropHere}</p>}
      <SendBar reply={reply} editor={editor} />
    </section>
  );
}

function ConflictOf({ reply }: { reply: ReturnType<typeof useReply> }) {
  const isRefused = reply.failure?.kind === 'moved-on';
  if (!isRefused && reply.news.length === 0) return null;
  return (
    <ConflictPanel
      news={reply.news}
      isRefused={isRefused}
      onSendAnyway={reply.sendAnyway}
      onMerge={reply.merge}
      onKeepWriting={reply.keepWriting}
      onDiscard={() => void reply.discard()}
    />
  );
}
