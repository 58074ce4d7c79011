import type { IconName } from '../icon/icon.tsx';
import { hasModifier, matchesStroke } from './stroke.ts';

/** Something that can be done now: by its key, by its name in the palette. */
export interface Action {
  /** Unique in the console: `case.reply`. */
  id: string;
  /** `r`, `mod+enter`, `?`, or one after the other: `g i`. Without keys it is found by its name alone. */
  keys?: string;
  /** What it does: "Reply". */
  description: string;
  /** Heading in the sheet and the palette: "Case". */
  section: string;
  run: () => void;
  /** Also while somebody writes, though it holds no modifier: Esc. */
  inFields?: boolean;
  icon?: IconName;
  /** Other words that somebody may look for in the palette: "night" for the dark theme. */
  keywords?: string;
  /** Makes sense as a key only, as Esc does: the palette leaves it out. */
  isKeyOnly?: boolean;
}

/** An action with a key. */
export type Shortcut = Action & { keys: string };

/** Whether an action can be reached by a key. */
export function hasKeys(action: Action): action is Shortcut {
  return action.keys !== undefined;
}

/** All actions that hold at this moment. The one added last wins its keys, so a dialog may shadow the page. */
export interface ShortcutTable {
  /** `isInDialog`: they hold while the focus is in a dialog, where those of the page behind it rest. */
  add: (actions: readonly Action[], isInDialog?: boolean) => () => void;
  /** The actions that hold, a stable array between changes. */
  list: () => readonly Action[];
  subscribe: (onChange: () => void) => () => void;
  /** Runs what the event asks for; true when something ran or a sequence began. */
  press: (event: KeyboardEvent) => boolean;
}

interface Layer {
  actions: readonly Action[];
  isInDialog: boolean;
}

const sequencePatienceMs = 1000;
const fields = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"]';
const dialogs = '[role="dialog"], [role="alertdialog"]';
const floating = `${dialogs}, [role="menu"], .bu-popover`;

export function createShortcutTable(): ShortcutTable {
  const listeners = new Set<() => void>();
  let layers: readonly Layer[] = [];
  let shown: readonly Action[] = [];
  let begun: { stroke: string; at: number } | undefined;

  const replace = (next: readonly Layer[]) => {
    layers = next;
    shown = withoutShadowed(actionsOf(layers));
    listeners.forEach((listener) => listener());
  };
  const add = (actions: readonly Action[], isInDialog = false) => {
    const layer = { actions, isInDialog };
    replace([...layers, layer]);
    return () => replace(layers.filter((one) => one !== layer));
  };
  const subscribe = (onChange: () => void) => {
    listeners.add(onChange);
    return () => void listeners.delete(onChange);
  };
  const press = (event: KeyboardEvent) => {
    const inDialog = isInside(event, dialogs);
    const near = inDialog ? actionsOf(layers.filter((layer) => layer.isInDialog)) : shown;
    const candidates = near.filter(hasKeys).filter((shortcut) => isHeard(shortcut, event));
    const first = begun && event.timeStamp - begun.at < sequencePatienceMs ? begun.stroke : undefined;
    begun = undefined;

    const found =
      candidates.findLast(({ keys }) => ends(keys, first, event)) ??
      candidates.findLast(({ keys }) => ends(keys, undefined, event));
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

function actionsOf(layers: readonly Layer[]): readonly Action[] {
  return layers.flatMap(({ actions }) => actions);
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

/** A letter belongs to whoever writes or moves through a menu; with a modifier, or by its own wish, a key is for the page. */
function isHeard(shortcut: Shortcut, event: KeyboardEvent): boolean {
  if (shortcut.inFields || hasModifier(event)) return true;
  return !isInside(event, `${fields}, ${floating}`);
}

function isInside({ target }: KeyboardEvent, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

/** Keeps, of those with the same keys, and of those with the same id, the one added last. */
function withoutShadowed(actions: readonly Action[]): readonly Action[] {
  return actions.filter(
    (one, index) =>
      !actions
        .slice(index + 1)
        .some((later) => (one.keys === undefined ? later.id === one.id : later.keys === one.keys)),
  );
}
