import { isAppleDevice, splitStroke } from '../kbd/format-keys.ts';

/** The part of a keyboard event that decides which stroke it is. */
export type StrokeEvent = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * Whether an event is the stroke, for example `mod+k` (⌘ on Apple's keyboards, Ctrl elsewhere), `shift+r`, `?`.
 * Shift counts for letters and named keys only: which sign needs it differs from keyboard to keyboard.
 */
export function matchesStroke(stroke: string, event: StrokeEvent, isApple = isAppleDevice()): boolean {
  const parts = splitStroke(stroke);
  const key = parts.at(-1);
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  const pressed = event.key === ' ' ? 'space' : event.key.toLowerCase();
  if (pressed !== key) return false;
  if (event.metaKey !== (isApple && wants('mod'))) return false;
  if (event.ctrlKey !== (wants('ctrl') || (!isApple && wants('mod')))) return false;
  if (event.altKey !== wants('alt')) return false;
  return isSign(pressed) || event.shiftKey === wants('shift');
}

/** Whether a stroke holds a modifier that makes it safe while somebody writes. */
export function hasModifier(event: StrokeEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

function isSign(key: string): boolean {
  return key.length === 1 && key.toLowerCase() === key.toUpperCase();
}
