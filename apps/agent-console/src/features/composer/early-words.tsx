import { Skeleton, useShortcuts } from '@bureau/ui';
import { useRef } from 'react';
import { composerWords as words } from './composer.words.ts';
import type { Remembered } from './draft-memory.ts';

export interface EarlyWordsProps {
  text: string;
  onChange: (text: string) => void;
}

/**
 * Takes what a fast typist writes after r while the draft is still being fetched. Without it, her first letters would
 * be shortcuts: an e resolves the case.
 */
export function EarlyWords({ text, onChange }: EarlyWordsProps) {
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
        aria-label={words.early}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      {text === '' && <Skeleton rows={2} shape="text" />}
    </section>
  );
}

/** The sheet with the early words below what was there. */
export function withEarlyWords(beginning: Remembered, early: string): Remembered {
  if (early === '') return beginning;
  const { writing } = beginning;
  const paragraphs = early.split('\n').map((line) => `<p>${escapeHtml(line)}</p>`);
  const text = writing.text === '' ? early : `${writing.text}\n\n${early}`;
  return { writing: { ...writing, html: writing.html + paragraphs.join(''), text }, saved: false };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
