import { lazy } from 'react';
import { untilLoaded } from './until-loaded.ts';

/** A component whose code comes when it is shown, as `lazy`; but it waits for a desk that cannot be reached instead of breaking the page. */
export const late: typeof lazy = (load) => lazy(() => untilLoaded(load));

/** The same, fetched while the browser rests: what a key opens should not depend on the network of that moment. */
export const lateAtRest: typeof lazy = (load) => {
  let loading: ReturnType<typeof load> | undefined;
  const once = () => (loading ??= untilLoaded(load));
  if (typeof requestIdleCallback !== 'undefined') requestIdleCallback(() => void once());
  return lazy(once);
};
