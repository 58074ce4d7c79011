/** What stands between code that comes later and its coming: how to look, and how long to wait. For tests to replace. */
export interface LateWorld {
  /** Whether the desk answers with another console than this one; rejects while it cannot be reached. */
  isNewer: () => Promise<boolean>;
  /** Resolves after so many milliseconds, or as soon as there is hope. */
  rest: (ms: number) => Promise<void>;
  /** Says, once or often, that only a reload helps. */
  tellNewer: () => void;
}

const PATIENCE = { first: 1_000, most: 30_000 };

/**
 * Loads code that comes later, again and again until it is here: a missing network is no reason to break the page, which
 * shows meanwhile that it waits. Never resolves when the desk has a newer console, whose files go by other names.
 */
export async function untilLoaded<T>(load: () => Promise<T>, world: LateWorld = browserWorld): Promise<T> {
  for (let patience = PATIENCE.first; ; patience = Math.min(patience * 2, PATIENCE.most)) {
    try {
      return await load();
    } catch {
      if (await world.isNewer().catch(() => false)) world.tellNewer();
      await world.rest(patience);
    }
  }
}

const NEWER = 'bureau:newer-console';

/** Calls back when code of this console is no longer to be had; returns how to stop. */
export function onNewerConsole(listener: () => void): () => void {
  window.addEventListener(NEWER, listener);
  return () => window.removeEventListener(NEWER, listener);
}

const browserWorld: LateWorld = {
  isNewer: async () => {
    const own = document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? '';
    const page = await fetch('/', { cache: 'no-store', headers: { accept: 'text/html' } });
    return page.ok && own !== '' && !(await page.text()).includes(own);
  },
  rest: (ms) =>
    new Promise((done) => {
      const stop = () => {
        clearTimeout(timer);
        window.removeEventListener('online', stop);
        done();
      };
      const timer = setTimeout(stop, ms);
      window.addEventListener('online', stop);
    }),
  tellNewer: () => void window.dispatchEvent(new Event(NEWER)),
};
