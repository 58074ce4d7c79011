import { useShortcuts } from '@bureau/ui';
import type { Editor } from '@tiptap/react';
import { composerWords } from './composer.words.ts';

const { section, ...does } = composerWords.shortcuts;

/** At once: the editor's own command waits for the next frame, and a fast typist's second key would be a shortcut by then. */
export function focusText(editor: Editor): void {
  editor.commands.setTextSelection(editor.state.doc.content.size);
  editor.view.focus();
}

export interface ComposerKeys {
  editor: Editor | null;
  mode: 'reply' | 'forward';
  send: () => void;
  chooseSend: () => void;
}

/** The keys of the sheet: r or f to write, Ctrl-Enter to send, with Shift in another way. Esc is the case's and leads out. */
export function useComposerShortcuts({ editor, mode, send, chooseSend }: ComposerKeys): void {
  const run = () => editor && focusText(editor);
  useShortcuts([
    {
      id: `${mode}.write`,
      keys: mode === 'reply' ? 'r' : 'f',
      section,
      description: does[mode],
      run: () => void run(),
    },
    { id: 'reply.send', keys: 'mod+enter', section, description: does.send, run: send },
    { id: 'reply.choose', keys: 'mod+shift+enter', section, description: does.chooseSend, run: chooseSend },
  ]);
}
