import type { FeedMessage } from '@bureau/contracts';
import { useSession } from '@bureau/client';
import { gapsIn } from '@bureau/domain';
import { useToasts } from '@bureau/ui';
import { useState } from 'react';
import { newKey } from '../../plain/new-key.ts';
import { composerWords as words } from './composer.words.ts';
import type { ReplyStatus } from './composer.words.ts';
import type { DraftStore } from './draft-store.ts';
import type { PostReply } from './post/use-post-reply.ts';
import type { ReplySheetProps } from './reply-sheet.tsx';
import { lastSequence } from './seen-sequence.ts';
import { lastSendChoice, rememberSendChoice } from './send-choice.ts';
import { rememberSent } from './sent-memory.ts';
import { NOTHING } from './lay-on.ts';
import type { Content } from './lay-on.ts';
import { useOnceKnown } from './use-once-known.ts';
import type { Recipients } from './use-recipients.ts';
import { useSend } from './use-send.ts';
import { isBlank } from './writing.ts';
import type { Writing } from './writing.ts';

export interface SendReplySettings extends ReplySheetProps {
  store: DraftStore;
  writing: Writing;
  /** How far the writer has seen the case. */
  seen: number;
  recipients: Recipients;
  /** How it leaves on a network; null: by mail. */
  post: PostReply | null;
  show: (content: Content) => void;
  markWriting: (isWriting: boolean) => void;
  isUploading: boolean;
}

/** Sending, with everything that may stand before it: the choice of the status, and a question about a very short text. */
export function useSendReply(settings: SendReplySettings) {
  const { supportCase, feed, store, writing, seen, recipients, post, show, markWriting } = settings;
  const { preferences } = useSession();
  const toasts = useToasts();
  const [choice, setChoice] = useState<ReplyStatus>(() =>
    preferences.sendChoice === 'last' ? lastSendChoice(window.localStorage) : preferences.sendChoice,
  );
  // What a macro has set stands for this one reply, and is no habit of its writer.
  const [wished, wishStatus] = useState<ReplyStatus | null>(null);
  const [asked, setAsked] = useState<ReplyStatus | null>(null);
  const [askedGaps, setAskedGaps] = useState<ReplyStatus | null>(null);
  const gaps = gapsIn(writing.html);
  const { to, cc, bcc, invalid } = recipients;
  const isForward = writing.mode === 'forward';
  const isAddressed = post === null ? to.length > 0 && invalid.length === 0 : post.isSendable;
  const mayTry = isAddressed && !settings.isUploading;
  const hasWords = isForward || writing.text.trim() !== '';
  const isSendable = mayTry && hasWords;

  const onSent = (message: FeedMessage, left: Writing) => {
    markWriting(!isBlank(store.get().writing));
    wishStatus(null);
    if (message.delivery) rememberSent(message.delivery.id, left);
    offerUndo(toasts, message, settings.onUndo);
    if (isForward) settings.onMode('reply');
    settings.onSent?.(preferences.afterSend);
  };
  const onSending = (sent: Writing | null) => {
    if (sent) show(NOTHING);
    settings.onSending(sent);
  };
  const { send: sendNow, ...sending } = useSend({
    caseId: supportCase.id,
    store,
    newKey,
    onSending,
    onAnswered: settings.onAnswered,
    onSent,
  });
  const envelope = { to, cc, bcc, post: post?.wanted ?? null };
  const sendIt = (status: ReplyStatus) => sendNow({ status, sequence: seen, ...envelope });

  const send = async (status: ReplyStatus) => {
    if (status !== wished) {
      rememberSendChoice(window.localStorage, status);
      setChoice(status);
      wishStatus(null);
    }
    if (post?.isLoading && hasWords) return wait(status);
    if (!isSendable) return;
    if (gaps.length > 0) return setAskedGaps(status);
    const isShort = !isForward && writing.text.trim().length < preferences.shortReplyBelow;
    if (preferences.confirmShortReplies && isShort) setAsked(status);
    else await sendIt(status);
  };
  const { isWaiting, wait } = useOnceKnown(post?.isLoading !== true, (status) => void send(status));
  return {
    ...sending,
    isSending: sending.isSending || isWaiting,
    choice: wished ?? choice,
    wishStatus,
    isSendable,
    send,
    /** A very short text waits for a yes. */
    question: asked === null ? null : writing.text.trim(),
    answerQuestion: (isYes: boolean) => {
      setAsked(null);
      if (isYes && asked !== null) void sendIt(asked);
    },
    /** A text with gaps waits for a yes, once. */
    gapQuestion: askedGaps === null ? null : gaps,
    answerGapQuestion: (isYes: boolean) => {
      setAskedGaps(null);
      if (isYes && askedGaps !== null) void sendIt(askedGaps);
    },
    retry: () => {
      const { failure } = sending;
      if (failure === null || failure.kind === 'moved-on') return;
      const another = { asAnother: true, sequence: lastSequence(feed) };
      void sendNow({ ...failure.sending, ...(failure.kind === 'already-sent' && another) });
    },
    sendAnyway: () =>
      void sendNow({ status: wished ?? choice, ...envelope, sequence: lastSequence(feed), asAnother: true }),
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
