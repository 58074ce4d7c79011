/** Calls `check` when the page becomes visible or the network returns: timers stood still, the socket may be dead. */
export function onComeBack(check: () => void): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const onVisible = () => {
    if (document.visibilityState === 'visible') check();
  };
  document.addEventListener('visibilitychange', onVisible);
  window.addEventListener('online', check);
  return () => {
    document.removeEventListener('visibilitychange', onVisible);
    window.removeEventListener('online', check);
  };
}
