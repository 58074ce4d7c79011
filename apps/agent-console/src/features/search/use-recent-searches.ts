import { useSession } from '@bureau/client';
import { useEffect, useState } from 'react';

const KEPT = 8;

/** The latest searches of this user in this browser, the newest first; one that found something is added. */
export function useRecentSearches(q: string, hasFound: boolean): readonly string[] {
  const { user } = useSession();
  const name = `bureau.console.searches.${user.id}`;
  const [searches] = useState(() => recall(name));
  useEffect(() => {
    if (q === '' || !hasFound) return;
    const others = recall(name).filter((one) => one !== q);
    window.localStorage.setItem(name, [q, ...others].slice(0, KEPT).join('\n'));
  }, [name, q, hasFound]);
  return searches;
}

function recall(name: string): string[] {
  return (window.localStorage.getItem(name) ?? '').split('\n').filter((one) => one !== '');
}
