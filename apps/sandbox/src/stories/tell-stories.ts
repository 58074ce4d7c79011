import { setTimeout as pause } from 'node:timers/promises';
import type { Facebook } from '../facebook/facebook.ts';
import type { XHandles } from '../x/x-handles.ts';
import { tellOnFacebook } from './stories-on-facebook.ts';
import { tellOnX } from './stories-on-x.ts';

/** How long people take from one word to the next, so that a desk sees them come. */
const BETWEEN_MS = 200;
const LOOKED_EVERY_MS = 500;

interface Stage {
  x: XHandles;
  facebook: Facebook;
}

/**
 * Once in the life of each network, as soon as the demo's desk listens to both of its accounts there, people begin to talk
 * to it. In a world where something was said already, nothing more is. Returns the function that ends it.
 */
export function tellStories({ x, facebook }: Stage): () => void {
  const ending = new AbortController();
  const wait = (ms: number) => pause(ms, undefined, { signal: ending.signal, ref: false });
  const begin = async (network: { isSilent: () => boolean; isHeard: () => boolean; tell: () => Promise<void> }) => {
    if (!network.isSilent()) return;
    while (!network.isHeard()) await wait(LOOKED_EVERY_MS);
    if (network.isSilent()) await network.tell();
  };
  const pages = () => facebook.look().pages;
  const told = Promise.all([
    begin({
      isSilent: () => x.posts().length === 0 && x.everyMessage().length === 0,
      isHeard: () => new Set(x.subscriptions().map(({ userId }) => userId)).size > 1,
      tell: () =>
        tellOnX(async (action) => {
          await wait(BETWEEN_MS);
          return x.act(action).post?.id ?? '';
        }),
    }),
    begin({
      isSilent: () => facebook.conversations().length === 0 && pages().every(({ id }) => !facebook.postsOn(id).length),
      isHeard: () => pages().every(({ subscribedFields }) => subscribedFields?.includes('feed')),
      tell: () => tellOnFacebook(facebook.play, () => wait(BETWEEN_MS)),
    }),
  ]);
  // Somebody may reset a network, or delete its people, while they talk: then there is no more to say.
  told.catch(() => undefined);
  return () => ending.abort();
}
