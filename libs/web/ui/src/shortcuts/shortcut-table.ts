import { hasModifier, matchesStroke } from './stroke.ts';

export interface Shortcut {
  /** Unique in the console: `case.reply`. */
  id: string;
  /** `r`, `mod+enter`, `?`, or one after the other: `g i`. */
  keys: string;
  /** What it does: "Reply". */
  description: string;
  /** Heading in the sheet: "Case". */
  section: string;
  run: () => void;
  /** Also while somebody writes, though it holds no modifier: Esc. */
  inFields?: boolean;
}

/** All shortcuts that hold at this moment. The one added last wins, so a dialog may shadow the page. */
export interface ShortcutTable {
  add: (shortcuts: readonly Shortcut[]) => () => void;
  /** The shortcuts that hold, a stable array between changes. */
  list: () => readonly Shortcut[];
  subscribe: (onChange: () => void) => () => void;
  /** Runs what the event asks for; true when something ran or a sequence began. */
  press: (event: KeyboardEvent) => boolean;
}

const sequencePatienceMs = 1000;
const fields = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"]';
const floating = '[role="dialog"], [role="alertdialog"], [role="menu"], .bu-popover';

export function createShortcutTable(): ShortcutTable {
  const listeners = new Set<() => void>();
  let layers: readonly (readonly Shortcut[])[] = [];
  let shown: readonly Shortcut[] = [];
  let begun: { stroke: string; at: number } | undefined;

  const replace = (next: readonly (readonly Shortcut[])[]) => {
    layers = next;
    shown = withoutShadowed(layers.flat());
    listeners.forEach((listener) => listener());
  };
  const add = (shortcuts: readonly Shortcut[]) => {
    replace([...layers, shortcuts]);
    return () => replace(layers.filter((layer) => layer !== shortcuts));
  };
  const subscribe = (onChange: () => void) => {
    listeners.add(onChange);
    return () => void listeners.delete(onChange);
  };
  const press = (event: KeyboardEvent) => {
    const candidates = shown.filter((shortcut) => isHeard(shortcut, event));
    const first = begun && event.timeStamp - begun.at < sequencePatienceMs ? begun.stroke : undefined;
    begun = undefined;

    const found =
      candidates.find(({ keys }) => ends(keys, first, event)) ??
      candidates.find(({ keys }) => ends(keys, undefined, event));
    if (found) {
      found.run();
      return true;
    }

    const start = candidates
      .map(({ keys }) => firstOfTwo(keys))
      .find((stroke) => stroke && matchesStroke(stroke, event));
    if (start) begun = { stroke: start, at: event.timeStamp };
    return begun !== undefined;
  };
  return { add, list: () => shown, subscribe, press };
}

/** Whether the event ends these keys, given the stroke just before it (undefined: none). */
function ends(keys: string, before: string | undefined, event: KeyboardEvent): boolean {
  const strokes = keys.split(' ');
  const last = strokes.at(-1) ?? '';
  const needed = strokes.length > 1 ? strokes[0] : undefined;
  return needed === before && matchesStroke(last, event);
}

function firstOfTwo(keys: string): string | undefined {
  const strokes = keys.split(' ');
  return strokes.length > 1 ? strokes[0] : undefined;
}

function isHeard(shortcut: Shortcut, event: KeyboardEvent): boolean {
  if (shortcut.inFields || hasModifier(event)) return true;
  return !(event.target instanceof Element && event.target.closest(`${fields}, ${floating}`));
}

/** Keeps, of those with the same keys, the one added last. */
function withoutShadowed(shortcuts: readonly Shortcut[]): readonly Shortcut[] {
  return shortcuts.filter((one, index) => !shortcuts.slice(index + 1).some((later) => later.keys === one.keys));
}
