import { sessionApi, twoFactorApi } from '@bureau/contracts';
import type { TwoFactor } from '@bureau/contracts';
import { keyOf, useRefreshSession, useRoute } from '@bureau/client';
import { Button, ErrorState, Skeleton } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { TwoFactorOn } from './two-factor-on.tsx';
import { TwoFactorSetUp } from './two-factor-set-up.tsx';
import { twoFactorWords as words } from './two-factor.words.ts';

/** Whether one signs in with a second factor, and all that can be done about it. */
export function TwoFactorSection() {
  const state = useRoute(twoFactorApi.get, {});
  return (
    <section>
      <h2>{words.title}</h2>
      {state.isPending && <Skeleton rows={2} shape="text" />}
      {state.isError && !state.data && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          onRetry={() => void state.refetch()}
          isRetrying={state.isFetching}
        />
      )}
      {state.data && <Known state={state.data} />}
    </section>
  );
}

function Known({ state }: { state: TwoFactor }) {
  const queries = useQueryClient();
  const refreshSession = useRefreshSession();
  const [isSettingUp, setIsSettingUp] = useState(false);
  const readAgain = async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: keyOf(twoFactorApi.get) }),
      queries.invalidateQueries({ queryKey: keyOf(sessionApi.list) }),
      refreshSession(),
    ]);
    setIsSettingUp(false);
  };
  if (isSettingUp) return <TwoFactorSetUp onDone={() => void readAgain()} onCancel={() => setIsSettingUp(false)} />;
  if (state.enabled) return <TwoFactorOn state={state} onChanged={() => void readAgain()} />;
  return (
    <>
      <p>{words.off.about}</p>
      <Button onPress={() => setIsSettingUp(true)}>{words.off.setUp}</Button>
    </>
  );
}
