import { EmptyState, ErrorState, Link } from '@bureau/ui';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Notice } from './notice.tsx';
import { words } from './words.ts';

/** An address that leads nowhere. */
export function Missing() {
  return (
    <Notice>
      <EmptyState icon="search" action={<Link href="/">{words.home}</Link>}>
        {words.missing}
      </EmptyState>
    </Notice>
  );
}

/** A page that threw: what is safe, and a way to try it again. */
export function Broken({ error, reset }: ErrorComponentProps) {
  return (
    <Notice>
      <ErrorState
        what={`${words.broken} ${error instanceof Error ? error.message : String(error)}`}
        safe={words.brokenSafe}
        advice={words.brokenAdvice}
        onRetry={reset}
      />
    </Notice>
  );
}
