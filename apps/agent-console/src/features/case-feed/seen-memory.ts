import { z } from 'zod';

/** As many cases are remembered; the ones looked at longest ago are forgotten. */
const AT_MOST = 500;

const Seen = z.array(z.tuple([z.number(), z.number()]));

/** How far an agent has read which case, in this browser: the sequence of the last thing that was in sight. */
export interface SeenMemory {
  recall(caseId: number): number | null;
  remember(caseId: number, sequence: number): void;
}

export function seenMemory(storage: Storage, userId: number): SeenMemory {
  const name = `bureau.seen.${userId}`;
  const read = () => {
    const found = Seen.safeParse(parseJson(storage.getItem(name)));
    return new Map(found.success ? found.data : []);
  };
  return {
    recall: (caseId) => read().get(caseId) ?? null,
    remember: (caseId, sequence) => {
      const seen = read();
      if ((seen.get(caseId) ?? -1) >= sequence) return;
      // Taken out first, so that it comes back as the latest.
      seen.delete(caseId);
      seen.set(caseId, sequence);
      try {
        storage.setItem(name, JSON.stringify([...seen].slice(-AT_MOST)));
      } catch {
        // A full storage costs the line between old and new, nothing else.
      }
    },
  };
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
}
