import { gapsIn } from '@bureau/domain';
import type { Editor } from '@tiptap/react';
import type { ComposerWish } from '../../pieces/composer-wishes.ts';
import { isPlain } from './lay-on.ts';
import { linksInWords } from './post/links-in-words.ts';
import type { ReplyWishSettings } from './use-reply-wish.ts';

type Insertion = Extract<ComposerWish, { kind: 'insert' }>;

/** Puts words where the cursor stands, and the cursor behind them or on their first gap; says how they are taken out again. */
export function insertWords(
  { html, subject, status, missing, onTaken }: Insertion,
  editor: Editor,
  { reply, onMissing, selectNextGap }: Pick<ReplyWishSettings, 'reply' | 'onMissing' | 'selectNextGap'>,
): void {
  const subjectBefore = reply.writing.subject;
  const before = editor.getHTML();
  const start = editor.state.selection.from;
  editor.commands.insertContent(isPlain(editor) ? linksInWords(html) : html);
  if (subject !== null) reply.change({ subject });
  if (status !== null) reply.wishStatus(status);
  if (gapsIn(html).length > 0) editor.commands.setTextSelection(start);
  if (!selectNextGap(editor)) editor.view.focus();
  const after = editor.getHTML();
  onMissing(missing);
  onTaken(() => {
    if (status !== null) reply.wishStatus(null);
    if (editor.isDestroyed || editor.getHTML() !== after) return;
    editor.commands.setContent(before, { emitUpdate: true });
    if (subject !== null) reply.change({ subject: subjectBefore });
    onMissing([]);
  });
}
