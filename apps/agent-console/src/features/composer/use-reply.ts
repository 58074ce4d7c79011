import type { Upload } from '@bureau/contracts';
import { useToasts } from '@bureau/ui';
import type { Editor } from '@tiptap/react';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { newKey } from '../../plain/new-key.ts';
import { composerWords as words } from './composer.words.ts';
import { layOn, NOTHING } from './lay-on.ts';
import type { Content } from './lay-on.ts';
import { isPost } from './post/is-post.ts';
import { usePostReply } from './post/use-post-reply.ts';
import { quoteOf } from './quote-of.ts';
import type { ReplySheetProps } from './reply-sheet.tsx';
import { lastSequence, newsSince, seenSequence } from './seen-sequence.ts';
import { useDraftStore } from './use-draft-store.ts';
import { useRecipients } from './use-recipients.ts';
import { useSendReply } from './use-send-reply.ts';
import { useUploads } from './use-uploads.ts';
import { useWritingMark } from './use-writing-mark.ts';
import { isBlank, turnedTo, withPicturesBeside } from './writing.ts';
import type { Writing } from './writing.ts';

/** All that can be done to the reply of one case, and how it stands. */
export function useReply(props: ReplySheetProps, editor: Editor | null) {
  const { supportCase, feed, userId, memory, begin, mode } = props;
  const toasts = useToasts();
  const store = useDraftStore({ caseId: supportCase.id, kind: 'reply', memory, begin });
  const { writing: kept, saving, revision } = useSyncExternalStore(store.subscribe, store.get);
  const writing = turnedTo(mode, kept);
  const markWriting = useWritingMark(props.onWriting);

  const blank = isBlank(writing);
  const seen = seenSequence(feed, writing.sequence, userId);
  const news = blank ? [] : newsSince(feed, seen, userId);
  const recipients = useRecipients(supportCase, feed, writing);
  const post = usePostReply(supportCase, feed, writing);
  const show = (content: Content) => {
    if (editor && !editor.isDestroyed) layOn(editor, content);
  };
  const showAgain = useEffectEvent(() => show(store.get().writing));
  useEffect(() => {
    if (revision > 0) showAgain();
  }, [revision]);

  const change = (changes: Partial<Writing>) => {
    const first = isBlank(store.get().writing);
    const next = {
      ...turnedTo(mode, store.get().writing),
      ...(first && { sequence: lastSequence(feed) }),
      ...changes,
    };
    store.change(isPost(supportCase, next) ? withPicturesBeside(next) : next);
    markWriting(!isBlank(store.get().writing));
  };
  const uploads = useUploads((upload) => change({ uploads: [...store.get().writing.uploads, upload] }), words.uploads);
  const insertPicture = (upload: Upload) => {
    change({ inside: [...store.get().writing.inside, upload] });
    const picture = { type: 'picture', attrs: { uploadId: upload.id, alt: upload.fileName } };
    editor?.chain().focus().insertContent(picture).run();
  };
  /** Pictures that were pasted or dropped stand in the text, other files beside it. */
  const take = (files: readonly File[]) => {
    const isPicture = ({ type }: File) => /^image\/(?:png|jpeg|gif|webp)$/.test(type);
    if (post !== null) return uploads.add(files);
    uploads.add(files.filter(isPicture), insertPicture);
    uploads.add(files.filter((file) => !isPicture(file)));
  };
  const sending = useSendReply({
    ...props,
    store,
    writing,
    seen,
    recipients,
    post,
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
    /** What the draft was to become when it was last kept. */
    draftMode: kept.mode,
    isBlank: blank,
    news,
    recipients,
    post,
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
      show(together);
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
      show(NOTHING);
      const bringBack = () => {
        store.change(writing);
        show(writing);
      };
      toasts.show({ text: words.discarded, onUndo: bringBack });
      await store.discard(lastSequence(feed)).catch(() => undefined);
    },
  };
}

export type Reply = ReturnType<typeof useReply>;
