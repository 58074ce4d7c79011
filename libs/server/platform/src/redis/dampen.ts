/** Reports an error once in `everyMs` however often it repeats: ten connections that retry would drown the log. */
export function dampen(report: (error: unknown) => void, everyMs = 30_000): (error: unknown) => void {
  const reported = new Map<string, number>();
  return (error) => {
    const key = String(error);
    const now = Date.now();
    if (now - (reported.get(key) ?? -Infinity) < everyMs) return;
    if (reported.size > 100) reported.clear();
    reported.set(key, now);
    report(error);
  };
}
