import { deliveriesApi } from '@bureau/contracts';
import type { Case, EditableMessage, FeedItem, FeedMessage, SocialPost } from '@bureau/contracts';
import { useClient } from '@bureau/client';
import { textAsHtml } from '@bureau/domain';
import { useToasts } from '@bureau/ui';
import type { Editor } from '@tiptap/react';
import { useEffect, useEffectEvent } from 'react';
import type { ComposerWish } from '../../pieces/composer-wishes.ts';
import type { Mode } from './composer.tsx';
import { problemText } from '../../plain/problem-words.ts';
import { composerWords as words } from './composer.words.ts';
import { placed } from './inline-images.ts';
import { insertWords } from './insert-words.ts';
import { quoteOf } from './quote-of.ts';
import { focusText } from './use-composer-shortcuts.ts';
import type { Reply } from './use-reply.ts';
import type { Writing } from './writing.ts';

export interface ReplyWishSettings {
  wish: ComposerWish | null;
  onWishDone: () => void;
  feed: readonly FeedItem[];
  supportCase: Case;
  reply: Reply;
  editor: Editor | null;
  onMode: (mode: Mode) => void;
  /** What inserted words have no value for. */
  onMissing: (names: readonly string[]) => void;
  /** Of the editor, whose library comes later. False: there is none. */
  selectNextGap: (editor: Editor) => boolean;
}

/** Does what a reader of the feed asked for, as soon as the sheet is there. */
export function useReplyWish(settings: ReplyWishSettings): void {
  const { wish, editor } = settings;
  const client = useClient();
  const toasts = useToasts();
  const grant = useEffectEvent(async (now: ComposerWish, sheet: Editor) => {
    settings.onWishDone();
    if (now.kind === 'insert') return insertWords(now, sheet, settings);
    if (now.kind === 'forward') settings.reply.change({ mode: 'forward', messageIds: [...now.messageIds] });
    if (now.kind === 'reply-to') answer(now.messageId, settings);
    if (now.kind === 'edit-failed') {
      try {
        const editable = await client.call(deliveriesApi.edit, { params: { deliveryId: now.deliveryId } });
        takeBack(editable, settings);
      } catch (error) {
        toasts.show({ tone: 'danger', text: words.editFailed, detail: problemText(error) });
      }
    }
    focusText(sheet);
  });
  useEffect(() => {
    if (wish && editor) void grant(wish, editor);
  }, [wish, editor]);
}

/** An answer to one message goes to whoever wrote it, with its words as a quote below. */
function answer(messageId: number, { feed, supportCase, reply, editor }: ReplyWishSettings): void {
  const message = feed.find((item): item is FeedMessage => item.kind === 'message' && item.id === messageId);
  if (!message || !editor) return;
  if (reply.post !== null && message.post !== null) {
    reply.change({ post: { ...reply.writing.post, answers: messageId, audience: audienceOf(message.post) } });
    return;
  }
  const isCustomer = message.from.address.toLowerCase() === (supportCase.customer.address ?? '').toLowerCase();
  if (!isCustomer) reply.change({ to: [message.from.address], cc: [] });
  editor
    .chain()
    .insertContentAt(editor.state.doc.content.size, quoteOf([message]))
    .run();
  editor.commands.setTextSelection(0);
}

/** What was said in private is answered in private. */
function audienceOf({ kind }: SocialPost): 'public' | 'private' {
  return kind === 'message' ? 'private' : 'public';
}

/** Where it goes there is no address for. */
const ON_NETWORK = { to: null, cc: null, bcc: null, subject: null };

/** What was not delivered lies on the sheet as it was written, to be sent in its place. */
function takeBack(editable: EditableMessage, { feed, reply, onMode }: ReplyWishSettings): void {
  const message = feed.find(
    (item): item is FeedMessage => item.kind === 'message' && item.delivery?.id === editable.replacesDeliveryId,
  );
  const isForward = message?.purpose === 'forward';
  // Of a forward only the words above what was forwarded: that is added anew.
  const text = isForward ? editable.text.slice(0, message.visibleLength) : editable.text;
  const html = isForward || editable.html === null ? textAsHtml(text) : editable.html;
  const changes: Partial<Writing> & { html: string; text: string } = {
    mode: isForward ? 'forward' : 'reply',
    html,
    text,
    subject: editable.subject,
    to: editable.to.map(({ address }) => address),
    cc: editable.cc.map(({ address }) => address),
    bcc: editable.bcc.map(({ address }) => address),
    ...placed(editable.uploads, html),
    replacesDeliveryId: editable.replacesDeliveryId,
  };
  reply.layOut(editable.post === null ? changes : { ...changes, ...ON_NETWORK, post: editable.post });
  onMode(isForward ? 'forward' : 'reply');
}
