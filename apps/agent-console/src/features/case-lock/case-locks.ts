/** Milliseconds after which the desk is told again that the work goes on; it frees a case after ten minutes of silence. */
export const RENEW_AFTER = 2 * 60_000;
/** Milliseconds of rest after which a case is let go: writing leaves time to think, a change is done at once. */
export const REST = { writing: 5 * 60_000, change: 60_000 };
/** Milliseconds before another attempt when the desk could not be reached. */
const ANOTHER_ATTEMPT = 10_000;

export type Work = keyof typeof REST;

/** What became of reaching for a case. */
export type Taken = 'taken' | 'refused' | 'unreachable';

export interface LocksOf {
  /** Takes a case at the desk, or says that the work goes on. */
  take: (caseId: number) => Promise<Taken>;
  /** Gives it back; ends when the desk has heard of it, or cannot be reached. */
  free: (caseId: number) => Promise<void>;
  now: () => number;
}

export interface CaseLocks {
  /** Somebody works on the case: it is taken, or kept, without a question. */
  work: (caseId: number, work: Work) => void;
  /** The desk said that it is mine: after a take-over. */
  gained: (caseId: number) => void;
  /** A colleague has it now. */
  lost: (caseId: number) => void;
  /** Lets go, if it is mine. */
  free: (caseId: number) => void;
  /** The cases that are mine through this window. */
  held: () => readonly number[];
  subscribe: (onChange: () => void) => () => void;
}

interface Held {
  /** When the desk heard last. */
  saidAt: number;
  isSaying: boolean;
  isMine: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Which cases this window works on. A case is taken at the first word and let go after a rest; in between the desk
 * hears of it every two minutes, and only while there is work: a forgotten window frees its cases by itself.
 */
export function createCaseLocks({ take, free, now }: LocksOf): CaseLocks {
  const known = new Map<number, Held>();
  /** What is being given back: taken again only after that, or the later word would undo the newer one. */
  const leaving = new Map<number, Promise<void>>();
  const listeners = new Set<() => void>();
  let mine: readonly number[] = [];

  const tell = () => {
    mine = [...known].filter(([, { isMine }]) => isMine).map(([caseId]) => caseId);
    listeners.forEach((listener) => listener());
  };
  const forget = (caseId: number) => {
    const held = known.get(caseId);
    if (!held) return;
    clearTimeout(held.timer);
    known.delete(caseId);
    tell();
  };
  const giveBack = (caseId: number) => {
    const left = free(caseId).finally(() => {
      if (leaving.get(caseId) === left) leaving.delete(caseId);
    });
    leaving.set(caseId, left);
  };
  const letGo = (caseId: number) => {
    const held = known.get(caseId);
    forget(caseId);
    if (held?.isMine || held?.isSaying) giveBack(caseId);
  };
  const say = async (caseId: number, held: Held) => {
    held.isSaying = true;
    held.saidAt = now();
    const left = leaving.get(caseId);
    if (left) await left;
    const taken = await take(caseId);
    held.isSaying = false;
    // Let go while the desk was asked: what it gave goes back.
    if (known.get(caseId) !== held) {
      if (taken === 'taken' && !known.has(caseId)) giveBack(caseId);
      return;
    }
    if (taken === 'refused') return forget(caseId);
    if (taken === 'unreachable') held.saidAt = now() - RENEW_AFTER + ANOTHER_ATTEMPT;
    else if (!held.isMine) {
      held.isMine = true;
      tell();
    }
  };
  const heldOf = (caseId: number): Held => {
    const held = known.get(caseId) ?? { saidAt: -Infinity, isSaying: false, isMine: false, timer: undefined };
    known.set(caseId, held);
    return held;
  };
  return {
    work: (caseId, work) => {
      const held = heldOf(caseId);
      // A change does not cut short the rest of somebody who writes.
      if (work === 'writing' || !held.isMine) {
        clearTimeout(held.timer);
        held.timer = setTimeout(() => letGo(caseId), REST[work]);
      }
      if (!held.isSaying && now() - held.saidAt >= RENEW_AFTER) void say(caseId, held);
    },
    gained: (caseId) => {
      const held = heldOf(caseId);
      clearTimeout(held.timer);
      held.timer = setTimeout(() => letGo(caseId), REST.writing);
      held.saidAt = now();
      held.isMine = true;
      tell();
    },
    lost: forget,
    free: letGo,
    held: () => mine,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
  };
}
