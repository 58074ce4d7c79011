import { can, useSession } from '@bureau/client';
import { routingApi } from '@bureau/contracts';
import { Suspense } from 'react';
import { late } from '../pieces/late/index.ts';

const load = () => import('../features/routing/index.ts');
const Play = late(
  () => load(),
  (m) => m.PlayControl,
  'at rest',
);
const Live = late(
  () => load(),
  (m) => m.RoutingLive,
  'at rest',
);

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
