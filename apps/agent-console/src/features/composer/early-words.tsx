import { useShortcuts } from '@bureau/ui';
import { useRef } from 'react';
import { composerWords as words } from './composer.words.ts';
import type { Remembered } from './draft-memory.ts';
import { emptyWriting, together } from './writing.ts';

export interface EarlyWordsProps {
  /** To whom one will write. */
  name: string;
  text: string;
  onChange: (text: string) => void;
}

/**
 * Stands where the sheet will, at its size, and takes what a fast typist writes while draft and editor are still being
 * fetched. Without it, her first letters would be shortcuts: an e resolves the case.
 */
export function EarlyWords({ name, text, onChange }: EarlyWordsProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const write = () => {
    field.current?.focus();
    onChange(text);
  };
  const { section, reply } = words.shortcuts;
  useShortcuts([{ id: 'reply.write', keys: 'r', section, description: reply, run: write }]);
  return (
    <section className="composer" aria-label={words.region} aria-busy>
      <textarea
        ref={field}
        className="composer-early"
        rows={1}
        aria-label={words.early}
        placeholder={words.placeholder(name)}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </section>
  );
}

/** The sheet with the early words below what was there. */
export function withEarlyWords(beginning: Remembered, early: string): Remembered {
  if (early === '') return beginning;
  const { writing } = beginning;
  const paragraphs = early.split('\n').map((line) => `<p>${escapeHtml(line)}</p>`);
  const typed = { ...emptyWriting(writing.sequence, writing.key), html: paragraphs.join(''), text: early };
  return { writing: together(writing, typed), saved: false };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
