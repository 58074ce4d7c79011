import { can, useSession } from '@bureau/client';
import { routingApi } from '@bureau/contracts';
import { Suspense } from 'react';
import { lateAtRest } from '../pieces/late/index.ts';

const load = () => import('../features/routing/index.ts');
const Play = lateAtRest(() => load().then((m) => ({ default: m.PlayControl })));
const Live = lateAtRest(() => load().then((m) => ({ default: m.RoutingLive })));

/** Play and Pause, for whom the desk may give cases. */
export function LatePlay() {
  if (!can(useSession(), routingApi.mine)) return null;
  return (
    <Suspense>
      <Play />
    </Suspense>
  );
}

/** What is offered to me, wherever I am. */
export function LateRouting() {
  if (!can(useSession(), routingApi.mine)) return null;
  return (
    <Suspense>
      <Live />
    </Suspense>
  );
}
