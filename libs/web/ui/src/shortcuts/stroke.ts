import { isAppleDevice, splitStroke } from '../kbd/format-keys.ts';

/** The part of a keyboard event that decides which stroke it is. */
export type StrokeEvent = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  /** Which key of the board it was. */
  code?: string;
};

/**
 * Whether an event is the stroke, for example `mod+k` (⌘ on Apple's keyboards, Ctrl elsewhere), `shift+r`, `?`.
 * Shift counts for letters and named keys only: which sign needs it differs from keyboard to keyboard. So does AltGr,
 * which says Ctrl and Alt at once; and Alt with a figure writes a sign on Apple's keyboards, where the key itself counts.
 */
export function matchesStroke(stroke: string, event: StrokeEvent, isApple = isAppleDevice()): boolean {
  const parts = splitStroke(stroke);
  const key = parts.at(-1);
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  const pressed = keyOf(event);
  if (pressed !== key) return false;
  if (isSign(pressed) && parts.length === 1 && isAltGr(event)) return true;
  if (event.metaKey !== (isApple && wants('mod'))) return false;
  if (event.ctrlKey !== (wants('ctrl') || (!isApple && wants('mod')))) return false;
  if (event.altKey !== wants('alt')) return false;
  return isSign(pressed) || event.shiftKey === wants('shift');
}

/** Whether a stroke holds a modifier that makes it safe while somebody writes. */
export function hasModifier(event: StrokeEvent): boolean {
  return (event.ctrlKey || event.metaKey || event.altKey) && !(isAltGr(event) && isSign(keyOf(event)));
}

function keyOf({ key, code = '', altKey, ctrlKey }: StrokeEvent): string {
  const figure = altKey && !ctrlKey ? /^Digit(\d)$/.exec(code)?.[1] : undefined;
  return figure ?? (key === ' ' ? 'space' : key.toLowerCase());
}

function isAltGr({ ctrlKey, altKey, metaKey }: StrokeEvent): boolean {
  return ctrlKey && altKey && !metaKey;
}

function isSign(key: string): boolean {
  return key.length === 1 && key.toLowerCase() === key.toUpperCase();
}
