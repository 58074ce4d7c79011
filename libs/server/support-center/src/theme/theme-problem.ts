import type { ThemeProblem } from '@bureau/contracts';
import { OutputTooLarge } from './liquid-engine.ts';

/** What is wrong with a template, in words for whoever wrote it, and the line where. */
export function themeProblemOf(thrown: unknown): ThemeProblem {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const [, words = message, line] = /^([^]*?)(?:, file:.*?)?, line:(\d+), col:\d+$/.exec(message) ?? [];
  return { line: line === undefined ? null : Number(line), message: inPlainWords(words) };
}

/** A template cost more than a page may; it does not fail, it is stopped. */
export function isLimit(thrown: unknown): boolean {
  if (thrown instanceof OutputTooLarge) return true;
  return thrown instanceof Error && /limit exceeded|The page is too large/.test(thrown.message);
}

function inPlainWords(words: string): string {
  if (/template render limit/.test(words)) return 'It takes longer than two seconds; is there an endless loop?';
  if (/memory alloc limit/.test(words)) return 'It handles more text or list entries than a page may.';
  if (/parse length limit/.test(words)) return 'The template is too long.';
  if (/page is too large/.test(words)) return 'It writes more than 2 MB.';
  if (/ENOENT/.test(words)) return 'It includes a file; a theme has only its own templates.';
  return words.charAt(0).toUpperCase() + words.slice(1);
}
