import { useCallback, useState } from 'react';

/** Messages and notes that are being picked in the feed. */
export interface MessagePicking {
  messageIds: ReadonlySet<number>;
  noteIds: ReadonlySet<number>;
  toggle: (kind: 'message' | 'note', id: number) => void;
}

/**
 * Picking of messages and notes of a case: hand `picking` to the feed, which then shows a box beside each; null as long
 * as nobody picks. It begins with one message picked.
 */
export function useMessagePicking() {
  const [picked, setPicked] = useState<{ messageIds: ReadonlySet<number>; noteIds: ReadonlySet<number> } | null>(null);
  const toggle = useCallback((kind: 'message' | 'note', id: number) => {
    setPicked((before) => {
      if (before === null) return before;
      const place = kind === 'message' ? 'messageIds' : 'noteIds';
      const ids = new Set(before[place]);
      if (!ids.delete(id)) ids.add(id);
      return { ...before, [place]: ids };
    });
  }, []);
  const picking: MessagePicking | null = picked && { ...picked, toggle };
  return {
    picking,
    begin: (messageId: number) => setPicked({ messageIds: new Set([messageId]), noteIds: new Set() }),
    end: () => setPicked(null),
  };
}
