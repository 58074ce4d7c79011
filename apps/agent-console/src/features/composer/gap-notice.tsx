import { Banner, Button, Kbd, useShortcuts } from '@bureau/ui';
import { useEditorState } from '@tiptap/react';
import type { Editor } from '@tiptap/react';
import { formatList } from '../../language/format.ts';
import { placeholderName } from '../../pieces/placeholders/placeholder-name.ts';
import { composerWords } from './composer.words.ts';
import { gapsOf, selectNextGap } from './gap.ts';

const words = composerWords.gap;

/** Names the gaps that a macro left in the text, and leads from one to the next. */
export function GapNotice({ editor }: { editor: Editor }) {
  const names = useEditorState({
    editor,
    selector: ({ editor: now }) => gapsOf(now).map(({ name }) => name),
    equalityFn: (one, other) => one.join() === other?.join(),
  });
  const next = () => void selectNextGap(editor);
  const { section, nextGap } = composerWords.shortcuts;
  useShortcuts(
    names.length === 0 ? [] : [{ id: 'reply.gap', keys: 'mod+.', section, description: nextGap, run: next }],
  );
  if (names.length === 0) return null;
  const action = (
    <Button size="small" onPress={next}>
      {words.next} <Kbd keys="mod+." />
    </Button>
  );
  return (
    <Banner tone="caution" action={action}>
      {words.left(formatList([...new Set(names.map(placeholderName))]), names.length)}
    </Banner>
  );
}
