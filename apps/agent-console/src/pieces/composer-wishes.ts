import { useEffect, useEffectEvent } from 'react';

/** What somebody who reads a case asks of its composer. */
export type ComposerWish =
  /** An answer to one message: to its sender, with its words as a quote. */
  | { kind: 'reply-to'; messageId: number }
  | { kind: 'forward'; messageIds: readonly number[] }
  /** A message that was not delivered comes back to be changed and sent again. */
  | { kind: 'edit-failed'; deliveryId: number }
  /** Words for where the cursor stands. `onTaken` gets what takes them out again, as long as nobody has changed them. */
  | {
      kind: 'insert';
      html: string;
      /** Null: the subject stays as it is. */
      subject: string | null;
      /** The status that the case has been given, to be kept when the words are sent; null: none. */
      status: 'open' | 'pending' | 'resolved' | null;
      /** What the words have no value for. */
      missing: readonly string[];
      onTaken: (takeBack: () => void) => void;
    };

const listeners = new Map<number, Set<(wish: ComposerWish) => void>>();

/** Asks the composer of a case; nothing happens when none is on the screen. */
export function askComposer(caseId: number, wish: ComposerWish): void {
  listeners.get(caseId)?.forEach((listen) => listen(wish));
}

/** Hears what is asked of the composer of a case as long as it is on the screen. */
export function useComposerWishes(caseId: number, onWish: (wish: ComposerWish) => void): void {
  const hear = useEffectEvent(onWish);
  useEffect(() => {
    const listen = (wish: ComposerWish) => hear(wish);
    const all = listeners.get(caseId) ?? new Set();
    listeners.set(caseId, all.add(listen));
    return () => {
      all.delete(listen);
      if (all.size === 0) listeners.delete(caseId);
    };
  }, [caseId]);
}
