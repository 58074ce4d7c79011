import { useLayoutEffect, useRef, useState } from 'react';

/** A function that stays the very same while what it does follows the newest draw: for handlers of rows that are kept. */
export function useStable<Given extends unknown[], Result>(run: (...given: Given) => Result): typeof run {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  const [stable] = useState(
    () =>
      (...given: Given) =>
        latest.current(...given),
  );
  return stable;
}
