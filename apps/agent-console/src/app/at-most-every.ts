/** `work`, done at once and then at most once per `pause` milliseconds; the last call is never forgotten. */
export function atMostEvery(pause: number, work: () => Promise<unknown>): () => Promise<void> {
  let next: Promise<void> | null = null;
  let doneAt = -Infinity;

  const run = async () => {
    doneAt = performance.now();
    next = null;
    await work();
  };
  return () => {
    const wait = doneAt + pause - performance.now();
    if (wait <= 0 && next === null) return run();
    next ??= new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, wait))).then(run);
    return next;
  };
}
