import './rich-text.css';
import { Button, Skeleton, TextArea } from '@bureau/ui';
import { Suspense, useState } from 'react';
import { late } from '../late/index.ts';
import { richTextWords as words } from './rich-text.words.ts';
import type { StoredPicture } from './rich-text-sheet.tsx';

const Sheet = late(
  () => import('./rich-text-page.tsx'),
  (m) => m.RichTextPage,
);

export interface RichTextProps {
  label: string;
  error: string | undefined;
  html: string;
  onChange: (html: string) => void;
  onPicture: ((file: File) => Promise<StoredPicture>) | null;
}

/** A long text with headings, lists, tables and pictures, written as it will look or as HTML. */
export function RichText({ label, error, html, onChange, onPicture }: RichTextProps) {
  const [isSource, showSource] = useState(false);
  return (
    <div className="rich-text" data-invalid={error ? true : undefined}>
      <div className="rich-text-head">
        <span className="bu-field-label">{label}</span>
        <Button size="small" variant="quiet" aria-pressed={isSource} onPress={() => showSource(!isSource)}>
          {isSource ? words.asText : words.asSource}
        </Button>
      </div>
      {isSource ? (
        <TextArea
          aria-label={words.sourceLabel(label)}
          className="rich-text-source"
          rows={18}
          value={html}
          onChange={onChange}
        />
      ) : (
        <Suspense fallback={<Skeleton rows={8} shape="text" />}>
          <Sheet {...{ label, html, onChange, onPicture }} onSource={() => showSource(true)} />
        </Suspense>
      )}
      {error && <p className="bu-field-error">{error}</p>}
    </div>
  );
}
