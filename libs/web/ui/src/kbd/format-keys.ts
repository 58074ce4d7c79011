import type { UiWords } from '../words/ui-words.tsx';

const appleSigns: Record<string, string> = { mod: '⌘', ctrl: '⌃', alt: '⌥', shift: '⇧' };
const namedKeys: Record<string, string> = {
  enter: '↵',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  backspace: '⌫',
};

/**
 * Writes keys the way they are printed on the reader's keyboard: `mod+k` is ⌘K on a Mac, and Ctrl K or Strg K elsewhere;
 * `g i` (one after the other) is two strokes. Returns one list of key caps a stroke.
 */
export function formatKeys(
  keys: string,
  { ctrl, shift, space }: UiWords['keys'],
  isApple = isAppleDevice(),
): string[][] {
  const signs: Record<string, string> = isApple ? appleSigns : { mod: ctrl, ctrl, alt: 'Alt', shift };
  const named: Record<string, string> = { ...namedKeys, space };
  return keys.split(' ').map((stroke) => splitStroke(stroke).map((key) => signs[key] ?? named[key] ?? capital(key)));
}

/** Takes `mod+k` apart; a lone `+` is the plus key. */
export function splitStroke(stroke: string): string[] {
  return stroke === '+' ? ['+'] : stroke.toLowerCase().split('+');
}

export function isAppleDevice(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}

function capital(key: string): string {
  return key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1);
}
