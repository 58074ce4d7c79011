import './last-change.css';
import { RelativeTime } from '@bureau/ui';
import { lastChangeWords as words } from './last-change.words.ts';

export interface LastChangeProps {
  /** ISO time; null for what is as it came. */
  at: string | null;
  /** The name of whoever did it, as far as it is known. */
  by?: string | null;
}

/** When a thing was changed last, and by whom: the last column of an administrator's table. */
export function LastChange({ at, by }: LastChangeProps) {
  if (at === null) return <span className="last-change-quiet">{words.never}</span>;
  return (
    <span className="last-change">
      <RelativeTime at={at} />
      {by && (
        <span className="last-change-quiet bu-truncate" title={by}>
          {by}
        </span>
      )}
    </span>
  );
}
