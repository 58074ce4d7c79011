import './status.css';
import type { ReactNode } from 'react';
import { useUiWords, type UiStatus } from '../words/ui-words.tsx';

/** Told apart by shape alone: filled, ring, half, ring with check, filled with check. */
const shapes: Record<UiStatus, ReactNode> = {
  new: <circle cx="7" cy="7" r="4" fill="currentColor" />,
  open: <circle cx="7" cy="7" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  pending: (
    <>
      <circle cx="7" cy="7" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M7 2.75a4.25 4.25 0 0 1 0 8.5Z" fill="currentColor" />
    </>
  ),
  resolved: (
    <>
      <circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="m4.75 7.1 1.6 1.6 2.9-3.1" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  closed: (
    <>
      <rect x="1.75" y="1.75" width="10.5" height="10.5" rx="2.5" fill="currentColor" />
      <path d="m4.5 7.1 1.75 1.75 3.25-3.5" fill="none" stroke="var(--surface)" strokeWidth="1.5" />
    </>
  ),
};

export interface StatusMarkProps {
  status: UiStatus;
  /** Shape only, with the word for screen readers and on hover; for narrow lists. */
  compact?: boolean;
}

export function StatusMark({ status, compact = false }: StatusMarkProps) {
  const word = useUiWords().statuses[status];
  return (
    <span className="bu-mark" data-status={status} title={compact ? word : undefined}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
        {shapes[status]}
      </svg>
      <span className={compact ? 'bu-hidden' : undefined}>{word}</span>
    </span>
  );
}
