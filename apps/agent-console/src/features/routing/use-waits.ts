import { formatAge, useNow } from '@bureau/ui';
import { readerNow } from '../../language/format.ts';
import { routingWords as words } from '../../pieces/routing/index.ts';

/** Says for how long something has waited: «12m». */
export function useWaits(): (since: string) => string {
  const now = useNow();
  const { locale = navigator.language, timeZone } = readerNow();
  return (since) => formatAge(Date.parse(since), now, { locale, timeZone, justNow: words.justNow });
}
