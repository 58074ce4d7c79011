import { useShortcuts } from '@bureau/ui';
import type { Editor } from '@tiptap/react';
import { composerWords } from './composer.words.ts';

const { section, ...does } = composerWords.shortcuts;

/** At once: the editor's own command waits for the next frame, and a fast typist's second key would be a shortcut by then. */
export function focusText(editor: Editor): void {
  editor.commands.setTextSelection(editor.state.doc.content.size);
  editor.view.focus();
}

/** The keys of the reply: r to write, Ctrl-Enter to send. Esc is the case's and leads out of the text. */
export function useComposerShortcuts({ editor, send }: { editor: Editor | null; send: () => void }): void {
  const write = () => editor && focusText(editor);
  useShortcuts([
    { id: 'reply.write', keys: 'r', section, description: does.reply, run: () => void write() },
    { id: 'reply.send', keys: 'mod+enter', section, description: does.send, run: send },
  ]);
}
