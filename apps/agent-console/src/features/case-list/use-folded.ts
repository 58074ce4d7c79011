import { useState } from 'react';

/** The headings of a filter whose cases this reader has folded away; kept in this browser. */
export function useFolded(filterId: number) {
  const name = `bureau.console.folded.${filterId}`;
  const [keys, setKeys] = useState<ReadonlySet<string>>(
    () => new Set((window.localStorage.getItem(name) ?? '').split(' ').filter(Boolean)),
  );
  const toggle = (key: string) => {
    const next = new Set(keys);
    if (!next.delete(key)) next.add(key);
    setKeys(next);
    window.localStorage.setItem(name, [...next].join(' '));
  };
  return { keys, toggle };
}
