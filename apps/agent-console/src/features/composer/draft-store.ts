import type { DraftMemory, Remembered } from './draft-memory.ts';
import { emptyWriting, isBlank, together } from './writing.ts';
import type { Writing } from './writing.ts';

/** `kept-here`: the desk could not be reached; the words are safe in this browser and will be saved later. */
export type SavingState = 'untouched' | 'saving' | 'saved' | 'kept-here';

export interface DraftState {
  writing: Writing;
  saving: SavingState;
  /** Grows when the words came from elsewhere than this sheet, which then shows them. */
  revision: number;
}

export interface DraftStoreSettings {
  initial: Writing;
  /** The initial writing is only in this browser yet. */
  isUnsaved: boolean;
  memory: DraftMemory;
  save: (writing: Writing) => Promise<unknown>;
  discard: () => Promise<unknown>;
  newKey: () => string;
}

export interface DraftStore {
  get: () => DraftState;
  subscribe: (onChange: () => void) => () => void;
  change: (changes: Partial<Writing>) => void;
  /** Ends every saving, so that no late one brings back a draft that was sent. */
  settle: () => Promise<void>;
  /**
   * Takes the words off the sheet, for they are on their way. What is typed before they {@link arrived} or
   * {@link cameBack} is the next draft; until then the desk is told of neither, and this browser keeps both.
   */
  leave: () => Writing;
  /** What left is with the desk, where the case stands at `sequence` now. */
  arrived: (sequence: number) => void;
  /** What left was refused: it is on the sheet again, before whatever was typed since. */
  cameBack: () => void;
  /** An empty sheet, on which the case stands at `sequence`. */
  clear: (sequence: number) => void;
  /** Throws the draft away, here and at the desk. */
  discard: (sequence: number) => Promise<void>;
  /** Another tab has changed the same draft; null: it was sent or thrown away there. That tab tells the desk. */
  adopt: (remembered: Remembered | null) => void;
  /** Saves at once what waits; for leaving the case. */
  flush: () => void;
}

/** Milliseconds of rest after a keystroke before the desk is told, and between two attempts to reach it. */
const REST = 800;
const NEXT_ATTEMPT = 10_000;

/** The draft of one case: every change is in this browser at once and at the desk soon after. */
export function createDraftStore(settings: DraftStoreSettings): DraftStore {
  const { memory, newKey } = settings;
  const listeners = new Set<() => void>();
  let state: DraftState = { writing: settings.initial, saving: 'untouched', revision: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What is on its way. */
  let away: Writing | null = null;
  let running: Promise<void> = Promise.resolve();

  const show = (changes: Partial<DraftState>) => {
    state = { ...state, ...changes };
    listeners.forEach((listener) => listener());
  };
  const plan = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(saveSoon, wait);
  };
  const saveNow = async () => {
    const { writing } = state;
    show({ saving: 'saving' });
    try {
      await (isBlank(writing) ? settings.discard() : settings.save(writing));
      if (state.writing !== writing) return;
      memory.remember({ writing, saved: true });
      show({ saving: 'saved' });
    } catch {
      show({ saving: 'kept-here' });
      timer ??= setTimeout(saveSoon, NEXT_ATTEMPT);
    }
  };
  function saveSoon() {
    timer = undefined;
    running = running.then(saveNow);
  }
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
    return running;
  };
  const clear = (sequence: number) => {
    memory.forget();
    show({ writing: emptyWriting(sequence, newKey()), saving: 'untouched' });
  };

  if (settings.isUnsaved) plan(0);
  return {
    get: () => state,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
    change: (changes) => {
      const writing = { ...state.writing, ...changes };
      memory.remember({ writing: away ? together(away, writing) : writing, saved: false });
      show({ writing });
      if (!away) plan(REST);
    },
    leave: () => {
      const left = state.writing;
      away = left;
      show({ writing: { ...emptyWriting(left.sequence, newKey()), mode: left.mode }, saving: 'untouched' });
      return left;
    },
    arrived: (sequence) => {
      away = null;
      if (isBlank(state.writing)) return clear(sequence);
      const writing = { ...state.writing, sequence: Math.max(sequence, state.writing.sequence) };
      memory.remember({ writing, saved: false });
      show({ writing });
      plan(REST);
    },
    cameBack: () => {
      if (!away) return;
      const writing = isBlank(state.writing) ? away : together(away, state.writing);
      away = null;
      memory.remember({ writing, saved: false });
      show({ writing, revision: state.revision + 1 });
      plan(REST);
    },
    settle: async () => {
      await stop();
      await stop();
    },
    clear,
    adopt: (remembered) => {
      clearTimeout(timer);
      timer = undefined;
      const { sequence } = state.writing;
      const writing = remembered?.writing ?? emptyWriting(sequence, newKey());
      show({ writing, saving: 'untouched', revision: state.revision + 1 });
    },
    discard: async (sequence) => {
      await stop();
      clear(sequence);
      await settings.discard();
    },
    flush: () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      saveSoon();
    },
  };
}
