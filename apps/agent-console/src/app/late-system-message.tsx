import { Suspense } from 'react';
import { late } from '../pieces/late/index.ts';

const Bar = late(
  () => import('../features/system-message/system-message-bar.tsx'),
  (m) => m.SystemMessageBar,
  'at rest',
);

/** What the administrators have to say, above everything. */
export function LateSystemMessage() {
  return (
    <Suspense>
      <Bar />
    </Suspense>
  );
}
