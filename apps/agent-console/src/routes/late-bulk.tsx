import { Suspense } from 'react';
import type { BulkBarProps } from '../features/bulk/index.ts';
import { late } from '../pieces/late/index.ts';

const Bar = late(
  () => import('../features/bulk/index.ts'),
  ({ BulkBar }) => BulkBar,
  'at rest',
);

/** The bar for many cases floats above the list: it comes after the rows, and moves nothing when it does. */
export function LateBulkBar(props: BulkBarProps) {
  return (
    <Suspense fallback={null}>
      <Bar {...props} />
    </Suspense>
  );
}
