import { casesApi, draftsApi, messagesApi } from '@bureau/contracts';
import type { FeedMessage, ReplyOnNetwork } from '@bureau/contracts';
import { isProblem, keyOf, Offline, useClient } from '@bureau/client';
import { withoutGaps } from '@bureau/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { lockHolder } from '../../plain/lock-holder.ts';
import { problemText } from '../../plain/problem-words.ts';
import { refreshLists } from '../../plain/refresh-lists.ts';
import type { ReplyStatus } from './composer.words.ts';
import type { DraftStore } from './draft-store.ts';
import { uploadIdsOf } from './inline-images.ts';
import { withPicturesBeside } from './writing.ts';
import type { Writing } from './writing.ts';

export interface Sending {
  status: ReplyStatus;
  sequence: number;
  to: readonly string[];
  cc: readonly string[];
  bcc: readonly string[];
  /** How it leaves on a network; null: by mail. */
  post: ReplyOnNetwork | null;
  /** A new intention: send even though an earlier version, or the case, went another way. */
  asAnother?: boolean;
}

/** Why a reply did not leave. */
export type SendFailure =
  | { kind: 'moved-on' }
  | { kind: 'already-sent'; sending: Sending }
  | { kind: 'locked'; by: string; sending: Sending }
  | { kind: 'offline'; sending: Sending }
  | { kind: 'refused'; message: string; sending: Sending };

export interface SendSettings {
  caseId: number;
  store: DraftStore;
  newKey: () => string;
  /** Called with what is on its way, and with null when it is known what became of it. */
  onSending: (writing: Writing | null) => void;
  /** The desk has said yes or no: whoever wrote is done for now. */
  onAnswered: () => void;
  onSent: (message: FeedMessage, writing: Writing) => void;
}

/** Sends the reply of a case, once: the same intention keeps its key through every retry. */
export function useSend({ caseId, store, newKey, onSending, onAnswered, onSent }: SendSettings) {
  const client = useClient();
  const queries = useQueryClient();
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<SendFailure | null>(null);

  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: keyOf(casesApi.feed, { params: { caseId } }) }),
      queries.invalidateQueries({ queryKey: keyOf(casesApi.get, { params: { caseId } }) }),
      refreshLists(queries),
    ]);

  const call = async (writing: Writing, sending: Sending) => {
    const options = { idempotencyKey: writing.key };
    const params = { caseId };
    if (writing.mode === 'reply') {
      return client.call(casesApi.reply, { params, body: replyOf(writing, sending) }, options);
    }
    const message = await client.call(messagesApi.forward, { params, body: forwardOf(writing, sending) }, options);
    // An answer ends the draft at the desk by itself, a forward does not.
    await client.call(draftsApi.discard, { params }).catch(() => undefined);
    return message;
  };
  const post = async (sending: Sending) => {
    if (sending.asAnother) store.change({ key: newKey(), sequence: sending.sequence });
    await store.settle();
    const writing = store.leave();
    onSending(writing);
    const message = await call(writing, sending)
      .catch((error: unknown) => {
        store.cameBack();
        throw error;
      })
      .finally(onAnswered);
    store.arrived(message.sequence);
    queries.setQueryData(keyOf(draftsApi.get, { params: { caseId } }), { draft: null });
    onSent(message, writing);
  };

  const send = async (sending: Sending) => {
    if (isSending) return;
    setSending(true);
    setFailure(null);
    try {
      await post(sending);
      setSending(false);
      await refresh();
      onSending(null);
    } catch (error) {
      onSending(null);
      setSending(false);
      const reason = failureOf(error, sending);
      if (reason.kind === 'moved-on' || reason.kind === 'locked') await refresh();
      setFailure(reason);
    }
  };
  return { send, isSending, failure, forgive: () => setFailure(null) };
}

function replyOf(writing: Writing, { status, sequence, cc, bcc, post }: Sending) {
  const { html, text, to, subject, replacesDeliveryId } = writing;
  if (post !== null) return postOf(withPicturesBeside(writing), { status, sequence, post });
  return {
    text,
    html: withoutGaps(html),
    sequence,
    status,
    ...(to !== null && { to }),
    cc: [...cc],
    ...(bcc.length > 0 && { bcc: [...bcc] }),
    ...(subject?.trim() && { subject }),
    ...(replacesDeliveryId !== null && { replacesDeliveryId }),
    uploadIds: uploadIdsOf(writing),
  };
}

/** A post is words and files: it has neither formatting, copies nor subject. */
function postOf(
  writing: Writing,
  { status, sequence, post }: Pick<Sending, 'status' | 'sequence'> & { post: ReplyOnNetwork },
) {
  const { text, replacesDeliveryId, uploads } = writing;
  return {
    text,
    sequence,
    status,
    post,
    ...(replacesDeliveryId !== null && { replacesDeliveryId }),
    uploadIds: uploads.map(({ id }) => id),
  };
}

function forwardOf(writing: Writing, { to, cc }: Sending) {
  const { html, text, subject, messageIds, withAttachments, replacesDeliveryId } = writing;
  return {
    text,
    ...(html !== '' && { html: withoutGaps(html) }),
    to: [...to],
    cc: [...cc],
    ...(subject?.trim() && { subject }),
    ...(messageIds !== null && { messageIds }),
    withAttachments,
    ...(replacesDeliveryId !== null && { replacesDeliveryId }),
    uploadIds: uploadIdsOf(writing),
  };
}

function failureOf(error: unknown, sending: Sending): SendFailure {
  if (isProblem(error, 'case.moved-on')) return { kind: 'moved-on' };
  if (isProblem(error, 'request.key-reused')) return { kind: 'already-sent', sending };
  const by = lockHolder(error);
  if (by !== null) return { kind: 'locked', by, sending };
  if (error instanceof Offline) return { kind: 'offline', sending };
  return { kind: 'refused', message: problemText(error), sending };
}
