import { lazy, useState } from 'react';
import type { ComponentType } from 'react';
import { untilLoaded } from './until-loaded.ts';

/**
 * A component whose code comes later, as `lazy`: when it is shown, at once beside what the page waits for, or while the
 * browser rests, so that what a key opens does not depend on the network of that moment. It waits for a desk that cannot
 * be reached instead of breaking the page; and what is here already is shown without a fallback, which React would keep
 * for 300 ms once it has begun to show it.
 */
export function late<Code, Props extends object>(
  load: () => Promise<Code>,
  pick: (code: Code) => ComponentType<Props>,
  when: 'when shown' | 'at once' | 'at rest' = 'when shown',
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<{ default: ComponentType<Props> }> | undefined;
  const fetch = () =>
    (loading ??= untilLoaded(load).then((code) => {
      loaded = pick(code);
      return { default: loaded };
    }));
  const Waiting = lazy(fetch);
  if (when === 'at once') void fetch();
  if (when === 'at rest') atRest(() => void fetch());
  return function Late(props: Props) {
    // Chosen once: another component in its place would forget what it holds.
    const [Component] = useState(() => loaded ?? Waiting);
    return <Component {...props} />;
  };
}

/** Milliseconds until a browser that knows no idle time is taken to rest. */
const SOON = 2_000;

function atRest(run: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run);
  else setTimeout(run, SOON);
}
