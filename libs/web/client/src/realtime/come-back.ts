/**
 * How a page comes back: somebody looks at it again; the network went or returned; or the machine slept, and every
 * timer and connection of the page with it.
 */
export type ComeBack = 'seen' | 'network-lost' | 'network-back' | 'woke';

/** Milliseconds between two looks at the clock. Browsers let hidden pages look once a minute: only more is sleep. */
const TICK = 5_000;
const ASLEEP = 90_000;

/** Calls when the connection may be dead without anybody having been told. */
export function onComeBack(back: (how: ComeBack) => void): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const onVisible = () => {
    if (document.visibilityState === 'visible') back('seen');
  };
  const onOnline = () => back('network-back');
  const onOffline = () => back('network-lost');
  let last = Date.now();
  const timer = setInterval(() => {
    const slept = Date.now() - last > ASLEEP;
    last = Date.now();
    if (slept) back('woke');
  }, TICK);
  document.addEventListener('visibilitychange', onVisible);
  window.addEventListener('online', onOnline);
  window.addEventListener('offline', onOffline);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', onVisible);
    window.removeEventListener('online', onOnline);
    window.removeEventListener('offline', onOffline);
  };
}
