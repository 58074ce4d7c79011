import { IconButton, Menu, Select } from '@bureau/ui';
import type { IconName } from '@bureau/ui';
import { useEditorState } from '@tiptap/react';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { LinkForm } from '../link-form/index.ts';
import { richTextWords as words } from './rich-text.words.ts';
import { newTable, tableCommand } from './table-nodes.ts';
import type { TableStep } from './table-nodes.ts';

type BlockId = 'paragraph' | 'h2' | 'h3' | 'h4';

const LEVELS = { h2: 2, h3: 3, h4: 4 } as const;
const blocks = (['paragraph', 'h2', 'h3', 'h4'] as const).map((id) => ({ id, label: words.blocks[id] }));

interface Tool {
  id: string;
  icon: IconName;
  label: string;
  keys?: string;
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
  { id: 'code', icon: 'code', label: words.code, keys: 'mod+e', run: (e) => e.chain().focus().toggleCode().run() },
  { id: 'bulletList', icon: 'list', label: words.bullets, run: (e) => e.chain().focus().toggleBulletList().run() },
  {
    id: 'orderedList',
    icon: 'list-numbered',
    label: words.numbers,
    run: (e) => e.chain().focus().toggleOrderedList().run(),
  },
  { id: 'blockquote', icon: 'quote', label: words.quote, run: (e) => e.chain().focus().toggleBlockquote().run() },
];

const tableSteps: readonly TableStep[] = ['addRowAfter', 'addColumnAfter', 'deleteRow', 'deleteColumn', 'deleteTable'];

export interface RichTextToolsProps {
  editor: Editor;
  onPicture: () => void;
}

/** What can be done to the text, as buttons that show what holds at the cursor. */
export function RichTextTools({ editor, onPicture }: RichTextToolsProps) {
  const [isLinking, setLinking] = useState(false);
  const held = useEditorState({ editor, selector: ({ editor: now }) => heldAt(now) });
  const possible = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ undo: now.can().undo(), redo: now.can().redo() }),
  });
  if (isLinking)
    return <LinkForm editor={editor} className="rich-text-tools" isPage onClose={() => setLinking(false)} />;
  return (
    <div className="rich-text-tools" role="toolbar" aria-label={words.tools}>
      <Select aria-label={words.block} choices={blocks} value={held.block} onChange={(id) => setBlock(editor, id)} />
      {tools.map(({ id, icon, label, keys, run }) => (
        <IconButton
          key={id}
          icon={icon}
          label={label}
          keys={keys}
          size="small"
          aria-pressed={held.marks.includes(id)}
          onPress={() => run(editor)}
        />
      ))}
      <IconButton
        icon="link"
        label={words.link}
        size="small"
        aria-pressed={held.marks.includes('link')}
        onPress={() => setLinking(true)}
      />
      <IconButton icon="image" label={words.picture} size="small" onPress={onPicture} />
      {held.marks.includes('table') ? (
        <Menu
          label={words.table}
          trigger={<IconButton icon="rows" label={words.table} size="small" aria-pressed />}
          groups={[
            {
              id: 'table',
              actions: tableSteps.map((step) => ({
                id: step,
                label: words.tableSteps[step],
                isDanger: step === 'deleteTable',
                onAction: () => editor.chain().focus().command(tableCommand(step)).run(),
              })),
            },
          ]}
        />
      ) : (
        <IconButton
          icon="rows"
          label={words.insertTable}
          size="small"
          onPress={() => editor.chain().focus().insertContent(newTable()).run()}
        />
      )}
      <span className="rich-text-gap" aria-hidden />
      <IconButton
        icon="undo"
        label={words.undo}
        keys="mod+z"
        size="small"
        isDisabled={!possible.undo}
        onPress={() => editor.chain().focus().undo().run()}
      />
      <IconButton
        icon="redo"
        label={words.redo}
        keys="mod+shift+z"
        size="small"
        isDisabled={!possible.redo}
        onPress={() => editor.chain().focus().redo().run()}
      />
    </div>
  );
}

function heldAt(editor: Editor): { marks: string[]; block: BlockId } {
  const marks = [...tools.map(({ id }) => id), 'link', 'table'].filter((id) => editor.isActive(id));
  const heading = (['h2', 'h3', 'h4'] as const).find((id) => editor.isActive('heading', { level: LEVELS[id] }));
  return { marks, block: heading ?? 'paragraph' };
}

function setBlock(editor: Editor, id: BlockId): void {
  if (id === 'paragraph') editor.chain().focus().setParagraph().run();
  else editor.chain().focus().setHeading({ level: LEVELS[id] }).run();
}
