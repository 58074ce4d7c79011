import { draftsApi } from '@bureau/contracts';
import type { FeedMessage } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { Editor } from '@tiptap/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { newKey } from '../../plain/new-key.ts';
import { composerWords as words } from './composer.words.ts';
import type { ReplyStatus } from './composer.words.ts';
import { createDraftStore } from './draft-store.ts';
import { quoteOf } from './quote-of.ts';
import type { ReplySheetProps } from './reply-sheet.tsx';
import { lastSequence, newsSince, seenSequence } from './seen-sequence.ts';
import { lastSendChoice, rememberSendChoice } from './send-choice.ts';
import { suggestedCc } from './suggested-cc.ts';
import { useSend } from './use-send.ts';
import { useUploads } from './use-uploads.ts';
import { useWritingMark } from './use-writing-mark.ts';
import { isBlank } from './writing.ts';
import type { Writing } from './writing.ts';

/** All that can be done to the reply of one case, and how it stands. */
export function useReply(props: ReplySheetProps, editor: Editor | null) {
  const { supportCase, feed, userId, onUndo } = props;
  const caseId = supportCase.id;
  const toasts = useToasts();
  const store = useDraftStore(props);
  const { writing, saving } = useSyncExternalStore(store.subscribe, store.get);
  const [choice, setChoice] = useState(() => lastSendChoice(window.localStorage));
  const [initialHtml] = useState(writing.html);
  const markWriting = useWritingMark(props.onWriting);

  const blank = isBlank(writing);
  const seen = seenSequence(feed, writing.sequence, userId);
  const news = blank ? [] : newsSince(feed, seen, userId);
  const cc = writing.cc ?? suggestedCc(feed, addressesOf(props));
  const show = (html: string) => {
    if (editor && !editor.isDestroyed) editor.commands.setContent(html, { emitUpdate: false });
  };

  const change = (changes: Partial<Writing>) => {
    const first = isBlank(store.get().writing);
    store.change(first ? { sequence: lastSequence(feed), ...changes } : changes);
    markWriting(!isBlank(store.get().writing));
  };
  const uploads = useUploads((upload) => change({ uploads: [...store.get().writing.uploads, upload] }), {
    unreachable: words.uploadFailed,
  });
  const onSent = (message: FeedMessage) => {
    markWriting(false);
    offerUndo(toasts, message, onUndo);
  };
  const onSending = (sent: Writing | null) => {
    show(sent ? '' : store.get().writing.html);
    props.onSending(sent);
  };
  const { send: sendNow, ...sending } = useSend({ caseId, store, newKey, onSending, onSent });

  const send = async (status: ReplyStatus) => {
    rememberSendChoice(window.localStorage, status);
    setChoice(status);
    if (blank || uploads.uploading.length > 0) return;
    await sendNow({ status, sequence: seen, cc });
  };
  return {
    ...sending,
    writing,
    saving,
    choice,
    initialHtml,
    isBlank: blank,
    news,
    cc,
    uploads,
    change,
    send,
    detach: (id: number) => change({ uploads: writing.uploads.filter((upload) => upload.id !== id) }),
    retry: () => {
      const { failure } = sending;
      if (failure === null || failure.kind === 'moved-on') return;
      const another = { asAnother: true, sequence: lastSequence(feed) };
      void sendNow({ ...failure.sending, ...(failure.kind === 'already-sent' && another) });
    },
    sendAnyway: () => void sendNow({ status: choice, cc, sequence: lastSequence(feed), asAnother: true }),
    merge: () => {
      sending.forgive();
      change({ sequence: lastSequence(feed), key: newKey() });
      editor?.chain().focus('end').insertContent(quoteOf(news)).run();
    },
    keepWriting: () => {
      change({ sequence: lastSequence(feed) });
      editor?.commands.focus();
    },
    discard: async () => {
      sending.forgive();
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

function useDraftStore({ supportCase, memory, begin }: ReplySheetProps) {
  const client = useClient();
  const queries = useQueryClient();
  const [store] = useState(() => {
    const { writing, saved } = begin();
    const params = { caseId: supportCase.id };
    const known = keyOf(draftsApi.get, { params });
    return createDraftStore({
      initial: writing,
      isUnsaved: !saved,
      memory,
      newKey,
      save: async ({ html, text, sequence, uploads }) => {
        const body = { html, text, sequence, uploadIds: uploads.map(({ id }) => id) };
        queries.setQueryData(known, await client.call(draftsApi.save, { params, body }));
      },
      discard: async () => {
        await client.call(draftsApi.discard, { params });
        queries.setQueryData(known, { draft: null });
      },
    });
  });
  useEffect(() => () => store.flush(), [store]);
  return store;
}

function addressesOf({ supportCase }: ReplySheetProps) {
  return {
    customerAddress: supportCase.customer.address,
    mailboxAddress: supportCase.mailbox?.address ?? null,
  };
}

/** A toast that takes the message back for as long as the desk allows it. */
function offerUndo(
  toasts: ReturnType<typeof useToasts>,
  message: FeedMessage,
  onUndo: (deliveryId: number) => void,
): void {
  const { delivery } = message;
  const left = delivery?.undoUntil ? Date.parse(delivery.undoUntil) - Date.now() : 0;
  if (!delivery || left < 1000) {
    toasts.show({ text: words.sent(0), tone: 'positive' });
    return;
  }
  const seconds = Math.round(left / 1000);
  toasts.show({ text: words.sent(seconds), onUndo: () => onUndo(delivery.id), timeoutMs: left });
}
