import { Banner, Button } from '@bureau/ui';
import type { Editor } from '@tiptap/react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { formatList } from '../../language/format.ts';
import { customerName } from '../../plain/customer-name.ts';
import type { ReplyComposerProps } from './composer.tsx';
import { composerWords as words } from './composer.words.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import type { DraftMemory, Remembered } from './draft-memory.ts';
import { FailureNote } from './failure-note.tsx';
import { FileStrip } from './file-strip.tsx';
import { ForwardChoice } from './forward-choice.tsx';
import { PostSplit } from './post/post-length.tsx';
import { ReplyHead } from './reply-head.tsx';
import { SendBar } from './send-bar.tsx';
import { ShortReplyDialog } from './short-reply-dialog.tsx';
import { SignaturePreview } from './signature-preview.tsx';
import { focusText, useComposerShortcuts } from './use-composer-shortcuts.ts';
import type { EditorParts } from './use-editor-parts.ts';
import { useReply } from './use-reply.ts';
import type { Reply } from './use-reply.ts';
import { useReplyWish } from './use-reply-wish.ts';

export interface ReplySheetProps extends ReplyComposerProps {
  parts: EditorParts;
  userId: number;
  memory: DraftMemory;
  /** What lies on the sheet at first. */
  begin: () => Remembered;
}

/** The sheet itself: recipients, text, files, and what stands in the way of sending. */
export function ReplySheet(props: ReplySheetProps) {
  const { supportCase, mode, parts, wish, onWishDone } = props;
  const [editor, setEditor] = useState<Editor | null>(null);
  const reply = useReply(props, editor);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const menu = useRef<HTMLButtonElement>(null);
  const send = () => void reply.send(reply.choice);
  // As by the arrow on the button: the keyboard then stands on the first way, which a press would leave to the mouse.
  const chooseSend = () =>
    menu.current?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
  useComposerShortcuts({ editor, mode, send, chooseSend });
  const { feed, onMode } = props;
  useReplyWish({
    wish,
    onWishDone,
    feed,
    supportCase,
    reply,
    editor,
    onMode,
    onMissing: setMissing,
    selectNextGap: parts.selectNextGap,
  });
  useModeOfDraft(props, reply, editor);
  const drop = useDropping(reply.take);

  const name = customerName(supportCase.customer);
  const isForward = mode === 'forward';
  const isPlain = reply.post !== null;
  if (
    !isForward &&
    reply.post === null &&
    reply.recipients.to.length === 0 &&
    supportCase.customer.address === null &&
    reply.isBlank
  ) {
    return (
      <section className="composer composer-refusal" aria-label={words.region}>
        <p>{words.noAddress}</p>
      </section>
    );
  }
  return (
    <section
      className="composer"
      aria-label={isForward ? words.forward.region : words.region}
      data-blank={(!isForward && reply.isBlank && reply.uploads.uploading.length === 0) || undefined}
      data-over={drop.isOver || undefined}
      data-post={isPlain || undefined}
      {...drop.handlers}
    >
      <ConflictOf reply={reply} />
      {reply.failure && reply.failure.kind !== 'moved-on' && (
        <FailureNote
          failure={reply.failure}
          onRetry={reply.retry}
          onTakeOver={props.onTakeOver}
          onClose={reply.forgive}
        />
      )}
      <Replacing reply={reply} />
      <ReplyHead supportCase={supportCase} feed={props.feed} mode={mode} reply={reply} />
      {missing.length > 0 && !reply.isBlank && (
        <Banner tone="caution" onClose={() => setMissing([])}>
          {words.gaps(formatList(missing.map(parts.placeholderName)))}
        </Banner>
      )}
      {editor && <parts.GapNotice editor={editor} />}
      <div className="composer-scroller">
        <parts.ReplyEditor
          key={isPlain ? 'plain' : 'formatted'}
          initial={reply.writing}
          isPlain={isPlain}
          placeholder={mode === 'forward' ? words.forwardPlaceholder : words.placeholder(name)}
          onReady={(ready) => {
            setEditor(ready);
            if (props.isWanted) focusText(ready);
          }}
          onChange={reply.change}
          onSend={send}
          onChooseSend={chooseSend}
          onFiles={reply.take}
          onLeave={props.onLeave}
        />
        {editor && !isForward && !reply.isSending && <parts.SlashMenu supportCase={supportCase} editor={editor} />}
        {!isPlain && <SignaturePreview supportCase={supportCase} />}
      </div>
      {isForward && (
        <ForwardChoice feed={props.feed} writing={reply.writing} isReadOnly={reply.isSending} onChange={reply.change} />
      )}
      <FileStrip attached={reply.writing.uploads} uploads={reply.uploads} onDetach={reply.detach} />
      {reply.post && (
        <PostSplit
          post={reply.post}
          isReadOnly={reply.isSending}
          onSplit={(split) => reply.change({ post: { ...reply.writing.post, split } })}
        />
      )}
      {drop.isOver && <p className="composer-drop">{words.dropHere}</p>}
      <SendBar supportCase={supportCase} reply={reply} editor={editor} parts={parts} menu={menu} />
      <ShortReplyDialog text={reply.question} onAnswer={reply.answerQuestion} />
      <parts.GapDialog
        names={reply.gapQuestion}
        onAnswer={(isYes) => {
          reply.answerGapQuestion(isYes);
          if (!isYes && editor) requestAnimationFrame(() => void parts.selectNextGap(editor));
        }}
      />
    </section>
  );
}

/** A draft of a forward opens as one; later the tabs say what the words are to become. */
function useModeOfDraft({ mode, onMode }: ReplySheetProps, reply: Reply, editor: Editor | null): void {
  const begin = useEffectEvent(() => {
    if (reply.draftMode === 'forward' && mode === 'reply') onMode('forward');
  });
  useEffect(() => begin(), []);
  const write = useEffectEvent(() => {
    if (editor && mode === 'forward') focusText(editor);
  });
  useEffect(() => write(), [mode]);
}

function useDropping(take: (files: readonly File[]) => void) {
  const [isOver, setOver] = useState(false);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (![...event.dataTransfer.types].includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDropCapture: () => setOver(false),
    onDrop: (event: DragEvent) => {
      if (event.dataTransfer.files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      take([...event.dataTransfer.files]);
    },
  };
  return { isOver, handlers };
}

/** What is sent takes the place of a message that did not arrive. */
function Replacing({ reply }: { reply: Reply }) {
  if (reply.writing.replacesDeliveryId === null) return null;
  const action = (
    <Button size="small" onPress={() => reply.change({ replacesDeliveryId: null })}>
      {words.replacing.stop}
    </Button>
  );
  return <Banner action={action}>{words.replacing.note}</Banner>;
}

function ConflictOf({ reply }: { reply: Reply }) {
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
