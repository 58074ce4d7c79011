import { useShortcuts } from '@bureau/ui';
import type { Editor } from '@tiptap/react';
import { composerWords } from './composer.words.ts';

const { section, ...does } = composerWords.shortcuts;

/** The keys of the reply: r to write, Ctrl-Enter to send. Esc is the case's and leads out of the text. */
export function useComposerShortcuts({ editor, send }: { editor: Editor | null; send: () => void }): void {
  // The editor's own command waits for the next frame; a fast typist's second key would be a shortcut by then.
  const write = () => {
    editor?.view.dom.focus();
    editor?.commands.focus('end');
  };
  useShortcuts([
    { id: 'reply.write', keys: 'r', section, description: does.reply, run: write },
    { id: 'reply.send', keys: 'mod+enter', section, description: does.send, run: send },
  ]);
}
