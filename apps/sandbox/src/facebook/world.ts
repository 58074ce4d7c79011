import type { Media } from './media.ts';
import type { PageEvent } from './webhook-event.ts';
import type { FacebookState } from './state.ts';

/** What the rules work with: everything that is so, the time, and the way to tell the app. */
export type World = {
  readonly state: FacebookState;
  /** Epoch milliseconds of the service's own clock. */
  now: () => number;
  /** Where the service is reached: scheme, host and port. */
  baseUrl: () => string;
  media: Media;
  /** Tells whoever subscribed. */
  emit: (event: PageEvent) => void;
  /** One sentence for whoever looks on. */
  tell: (words: string) => void;
  /** Something changed that must be there after a restart. */
  save: () => void;
};
