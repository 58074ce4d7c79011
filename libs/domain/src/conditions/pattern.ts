import { RE2JS, RE2JSException } from 're2js';

/** Characters of a text that an expression looks at. */
export const SEARCHED_AT_MOST = 20_000;

const KEPT = 200;
const compiled = new Map<string, RE2JS>();

/** What is wrong with an expression, in the engine's words; null when it is right. */
export function problemOfPattern(pattern: string): string | null {
  try {
    compile(pattern);
    return null;
  } catch (error) {
    if (error instanceof RE2JSException) return error.message.replace(/^error parsing regexp: /, '');
    throw error;
  }
}

/** Whether the expression is found in the text. The time grows with the product of their lengths, never faster. */
export function findsPattern(pattern: string, text: string): boolean {
  return compile(pattern).matcher(text.slice(0, SEARCHED_AT_MOST)).find();
}

function compile(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known) return known;
  const made = RE2JS.compile(pattern);
  if (compiled.size >= KEPT) compiled.clear();
  compiled.set(pattern, made);
  return made;
}
