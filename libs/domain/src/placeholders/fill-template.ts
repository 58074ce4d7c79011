import { chooseParts } from './choose-parts.ts';
import { fillHtml, fillText } from './fill.ts';
import type { PlaceholderValues } from './placeholder-values.ts';
import { textOfHtml } from './text-of-html.ts';
import { textAsHtml } from '../mail/escape-html.ts';

/** What is said, in both forms of a mail. Empty text and empty HTML: nothing. */
export interface BothForms {
  text: string;
  html: string;
}

/** What stands on its own in a template, and is never read for placeholders. */
export const TEMPLATE_BLOCKS = ['message', 'signature', 'history'] as const;
export type TemplateBlock = (typeof TEMPLATE_BLOCKS)[number];

export interface FilledTemplate extends BothForms {
  /** Where a block stands in the text, in characters; absent when it said nothing. */
  places: Partial<Record<TemplateBlock, { from: number; to: number }>>;
}

const BLOCK = /\{\{\s*(message|signature|history)\s*\}\}/;

export const NOTHING: BothForms = { text: '', html: '' };

/** A plain signature below its line (RFC 3676 §4.3), which mail programs know and fold. */
export function signatureBlock(signature: string): BothForms {
  const words = signature.trim();
  return words === '' ? NOTHING : { text: `-- \n${words}`, html: `<p>-- </p>\n${textAsHtml(words)}` };
}

/**
 * Both forms of a mail from the one source of its template: pieces of the template and blocks in their order, what says
 * nothing left out. Blocks go in as they are; the pieces between have their placeholders filled.
 */
export function fillTemplate(
  source: string,
  { values, blocks }: { values: PlaceholderValues; blocks: Partial<Record<TemplateBlock, BothForms>> },
): FilledTemplate {
  const filled: FilledTemplate = { html: '', text: '', places: {} };
  source.split(BLOCK).forEach((part, index) => {
    const block = index % 2 === 1 ? TEMPLATE_BLOCKS.find((name) => name === part) : undefined;
    const said = block ? (blocks[block] ?? NOTHING) : pieceOf(part, values);
    if (said.html !== '') filled.html += (filled.html === '' ? '' : '\n') + said.html;
    if (said.text === '') return;
    filled.text += filled.text === '' ? '' : '\n\n';
    if (block) filled.places[block] = { from: filled.text.length, to: filled.text.length + said.text.length };
    filled.text += said.text;
  });
  return filled;
}

function pieceOf(part: string, values: PlaceholderValues): BothForms {
  const chosen = chooseParts(part, values, 'html');
  return { html: fillHtml(chosen, values).trim(), text: fillText(textOfHtml(chosen), values).trim() };
}
