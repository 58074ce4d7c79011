import type { Upload } from '@bureau/contracts';
import { useToasts } from '@bureau/ui';
import type { Editor } from '@tiptap/react';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { newKey } from '../../plain/new-key.ts';
import { AS_WRITTEN } from './as-written.ts';
import { composerWords as words } from './composer.words.ts';
import { quoteOf } from './quote-of.ts';
import type { ReplySheetProps } from './reply-sheet.tsx';
import { lastSequence, newsSince, seenSequence } from './seen-sequence.ts';
import { useDraftStore } from './use-draft-store.ts';
import { useRecipients } from './use-recipients.ts';
import { useSendReply } from './use-send-reply.ts';
import { useUploads } from './use-uploads.ts';
import { useWritingMark } from './use-writing-mark.ts';
import { isBlank, turnedTo } from './writing.ts';
import type { Writing } from './writing.ts';

/** All that can be done to the reply of one case, and how it stands. */
export function useReply(props: ReplySheetProps, editor: Editor | null) {
  const { supportCase, feed, userId, memory, begin, mode } = props;
  const toasts = useToasts();
  const store = useDraftStore({ caseId: supportCase.id, kind: 'reply', memory, begin });
  const { writing: kept, saving, revision } = useSyncExternalStore(store.subscribe, store.get);
  const writing = turnedTo(mode, kept);
  const [initialHtml] = useState(kept.html);
  const markWriting = useWritingMark(props.onWriting);

  const blank = isBlank(writing);
  const seen = seenSequence(feed, writing.sequence, userId);
  const news = blank ? [] : newsSince(feed, seen, userId);
  const recipients = useRecipients(supportCase, feed, writing);
  const show = (html: string) => {
    if (editor && !editor.isDestroyed)
      editor.commands.setContent(html, { emitUpdate: false, parseOptions: AS_WRITTEN });
  };
  const showAgain = useEffectEvent(() => show(store.get().writing.html));
  useEffect(() => {
    if (revision > 0) showAgain();
  }, [revision]);

  const change = (changes: Partial<Writing>) => {
    const first = isBlank(store.get().writing);
    store.change({
      ...turnedTo(mode, store.get().writing),
      ...(first && { sequence: lastSequence(feed) }),
      ...changes,
    });
    markWriting(!isBlank(store.get().writing));
  };
  const uploads = useUploads((upload) => change({ uploads: [...store.get().writing.uploads, upload] }), words.uploads);
  const insertPicture = (upload: Upload) => {
    const picture = { type: 'picture', attrs: { uploadId: upload.id, alt: upload.fileName } };
    editor?.chain().focus().insertContent(picture).run();
  };
  /** Pictures that were pasted or dropped stand in the text, other files beside it. */
  const take = (files: readonly File[]) => {
    const isPicture = ({ type }: File) => /^image\/(?:png|jpeg|gif|webp)$/.test(type);
    uploads.add(files.filter(isPicture), insertPicture);
    uploads.add(files.filter((file) => !isPicture(file)));
  };
  const sending = useSendReply({
    ...props,
    store,
    writing,
    seen,
    recipients,
    show,
    markWriting,
    isUploading: uploads.uploading.length > 0,
  });
  const { failure, retry, sendAnyway, forgive } = sending;

  return {
    ...sending,
    writing,
    saving,
    failure,
    retry,
    sendAnyway,
    initialHtml,
    /** What the draft was to become when it was last kept. */
    draftMode: kept.mode,
    isBlank: blank,
    news,
    recipients,
    uploads,
    take,
    change,
    /** Lays words on the sheet that come from elsewhere, before those that are there. */
    layOut: (changes: Partial<Writing> & { html: string; text: string }) => {
      const now = store.get().writing;
      const together = isBlank(now)
        ? changes
        : { ...changes, html: changes.html + now.html, text: `${changes.text}\n\n${now.text}` };
      change(together);
      show(together.html);
    },
    detach: (id: number) => change({ uploads: writing.uploads.filter((upload) => upload.id !== id) }),
    merge: () => {
      forgive();
      change({ sequence: lastSequence(feed), key: newKey() });
      editor?.chain().focus('end').insertContent(quoteOf(news)).run();
    },
    keepWriting: () => {
      change({ sequence: lastSequence(feed) });
      editor?.commands.focus();
    },
    discard: async () => {
      forgive();
      markWriting(false);
      show('');
      const bringBack = () => {
        store.change(writing);
        show(writing.html);
      };
      toasts.show({ text: words.discarded, onUndo: bringBack });
      await store.discard(lastSequence(feed)).catch(() => undefined);
    },
  };
}

export type Reply = ReturnType<typeof useReply>;
