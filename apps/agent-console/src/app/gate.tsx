import { useSessionState } from '@bureau/client';
import { ErrorState, Skeleton } from '@bureau/ui';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { ApplyPreferences } from './apply-preferences.tsx';
import { RequiredTwoFactorPage, SignInPage } from './late-pages.tsx';
import { Notice } from './notice.tsx';
import { words } from './words.ts';

/** Lets in whoever is signed in. A session that ends leaves the address and every draft where they are. */
export function Gate({ children }: { children: ReactNode }) {
  const { session, error, retry } = useSessionState();
  const wasIn = useRef(false);
  useEffect(() => {
    if (session) wasIn.current = true;
  }, [session]);

  if (session?.twoFactor.required && !session.twoFactor.enabled) return <RequiredTwoFactorPage />;
  if (session) {
    return (
      <>
        <ApplyPreferences key={session.user.id} />
        {children}
      </>
    );
  }
  if (session === null) return <SignInPage isAgain={wasIn.current} />;
  if (error) {
    return (
      <Notice>
        <ErrorState
          what={words.unreachable}
          safe={words.unreachableSafe}
          advice={words.unreachableAdvice}
          onRetry={retry}
        />
      </Notice>
    );
  }
  return (
    <Notice>
      <Skeleton rows={4} shape="text" />
    </Notice>
  );
}
