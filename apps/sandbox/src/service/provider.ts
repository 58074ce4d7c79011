import type { Route } from '../web/router.ts';

/** A provider as the sandbox starts it: a world on its own port, and routes on the port of the page. */
export type Provider<Handles> = {
  /** What the page and the control plane ask, on the page's port. */
  routes: Route[];
  /** Opens the service on its port; 0 is any free one. */
  listen: (port: number) => Promise<number>;
  stop: () => Promise<void>;
  /** What a test may do without HTTP; ask only once the service listens. */
  handles: () => Handles;
};
