import { IconButton, useShortcuts } from '@bureau/ui';
import type { IconName } from '@bureau/ui';
import { useEditorState } from '@tiptap/react';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { LinkForm } from '../../pieces/link-form/index.ts';
import { composerWords as words } from './composer.words.ts';

interface Tool {
  id: string;
  icon: IconName;
  label: string;
  keys: string;
  run: (editor: Editor) => void;
}

const tools: readonly Tool[] = [
  { id: 'bold', icon: 'bold', label: words.bold, keys: 'mod+b', run: (e) => e.chain().focus().toggleBold().run() },
  {
    id: 'italic',
    icon: 'italic',
    label: words.italic,
    keys: 'mod+i',
    run: (e) => e.chain().focus().toggleItalic().run(),
  },
  {
    id: 'bulletList',
    icon: 'list',
    label: words.bulletList,
    keys: 'mod+shift+8',
    run: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'orderedList',
    icon: 'list-numbered',
    label: words.orderedList,
    keys: 'mod+shift+7',
    run: (e) => e.chain().focus().toggleOrderedList().run(),
  },
  {
    id: 'blockquote',
    icon: 'quote',
    label: words.quote,
    keys: 'mod+shift+b',
    run: (e) => e.chain().focus().toggleBlockquote().run(),
  },
  { id: 'code', icon: 'code', label: words.code, keys: 'mod+e', run: (e) => e.chain().focus().toggleCode().run() },
];

const steps = [
  { id: 'undo', icon: 'undo', label: words.undoWriting, keys: 'mod+z' },
  { id: 'redo', icon: 'redo', label: words.redoWriting, keys: 'mod+shift+z' },
] as const;

/** What can be done to the text, as buttons that show what holds at the cursor. */
export function FormatTools({ editor }: { editor: Editor }) {
  const [isLinking, setLinking] = useState(false);
  const held = useEditorState({
    editor,
    selector: ({ editor: now }) => [...tools.map(({ id }) => id), 'link'].filter((id) => now.isActive(id)),
  });
  const possible = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ undo: now.can().undo(), redo: now.can().redo() }),
  });
  const { section, link } = words.shortcuts;
  // Ctrl-K is the palette everywhere, also while somebody writes.
  useShortcuts([{ id: 'reply.link', keys: 'mod+shift+k', section, description: link, run: () => setLinking(true) }]);
  if (isLinking) return <LinkForm editor={editor} className="composer-link" onClose={() => setLinking(false)} />;
  return (
    <div className="composer-tools" role="group" aria-label={words.tools}>
      {tools.map(({ id, icon, label, keys, run }) => (
        <IconButton
          key={id}
          icon={icon}
          label={label}
          keys={keys}
          size="small"
          placement="top"
          aria-pressed={held.includes(id)}
          excludeFromTabOrder
          onPress={() => run(editor)}
        />
      ))}
      <IconButton
        icon="link"
        label={words.link}
        keys="mod+shift+k"
        size="small"
        placement="top"
        aria-pressed={held.includes('link')}
        onPress={() => setLinking(true)}
      />
      <span className="composer-tools-gap" aria-hidden />
      {steps.map(({ id, icon, label, keys }) => (
        <IconButton
          key={id}
          icon={icon}
          label={label}
          keys={keys}
          size="small"
          placement="top"
          isDisabled={!possible[id]}
          excludeFromTabOrder
          onPress={() => editor.chain().focus()[id]().run()}
        />
      ))}
    </div>
  );
}
