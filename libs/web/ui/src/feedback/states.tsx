import './states.css';
import type { ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import { Icon, type IconName } from '../icon/icon.tsx';
import { useUiWords } from '../words/ui-words.tsx';

export interface EmptyStateProps {
  icon?: IconName;
  /** One sentence that invites. */
  children: ReactNode;
  /** One thing to do, a Button or Link. */
  action?: ReactNode;
}

/** Nothing here yet. */
export function EmptyState({ icon, children, action }: EmptyStateProps) {
  return (
    <div className="bu-state">
      {icon && <Icon name={icon} size={20} />}
      <p>{children}</p>
      {action}
    </div>
  );
}

export interface ErrorStateProps {
  /** What happened: "The list of cases could not be loaded." */
  what: string;
  /** What is safe: "Nothing you wrote is lost." */
  safe?: string;
  /** What to do: "Check your connection." */
  advice?: string;
  onRetry?: () => void;
  isRetrying?: boolean;
}

/** Something failed: what happened, what is safe, what to do. Read aloud when it appears. */
export function ErrorState({ what, safe, advice, onRetry, isRetrying }: ErrorStateProps) {
  const words = useUiWords();
  return (
    <div className="bu-state bu-error" role="alert">
      <Icon name="alert" size={20} />
      <p className="bu-error-what">{what}</p>
      {(safe || advice) && (
        <dl className="bu-error-notes">
          {safe && <Fact term={words.whatIsSafe}>{safe}</Fact>}
          {advice && <Fact term={words.whatToDo}>{advice}</Fact>}
        </dl>
      )}
      {onRetry && (
        <Button icon="refresh" isPending={isRetrying} onPress={onRetry}>
          {words.retry}
        </Button>
      )}
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

export interface SkeletonProps {
  rows?: number;
  /** The height of what comes: list rows of 56 px or 40 px, or lines of text. */
  shape?: 'comfortable' | 'compact' | 'text';
}

/** The shape of what comes, drawn after 150 ms. */
export function Skeleton({ rows = 3, shape = 'comfortable' }: SkeletonProps) {
  const words = useUiWords();
  return (
    <div role="status">
      <span className="bu-hidden">{words.loading}</span>
      <div className="bu-skeleton" data-shape={shape} aria-hidden="true">
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="bu-skeleton-row">
            <div className="bu-skeleton-bar" />
            {shape === 'comfortable' && <div className="bu-skeleton-bar" />}
          </div>
        ))}
      </div>
    </div>
  );
}
