import { Banner, Button } from '@bureau/ui';
import { useState } from 'react';
import { canHold, RichTextSheet } from './rich-text-sheet.tsx';
import type { RichTextSheetProps } from './rich-text-sheet.tsx';
import { richTextWords as words } from './rich-text.words.ts';

/** The sheet, where it holds all that the text has; else the way to its HTML. */
export function RichTextPage({ onSource, ...sheet }: RichTextSheetProps & { onSource: () => void }) {
  const [opened, open] = useState({ html: sheet.html, holds: canHold(sheet.html) });
  // What is typed here is held; what came from elsewhere is looked at.
  if (opened.html !== sheet.html) open({ html: sheet.html, holds: opened.holds || canHold(sheet.html) });
  if (opened.holds) return <RichTextSheet {...sheet} />;
  return (
    <Banner tone="caution">
      {words.sourceOnly}
      <Button size="small" onPress={onSource}>
        {words.asSource}
      </Button>
    </Banner>
  );
}
