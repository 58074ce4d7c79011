import { Suspense } from 'react';
import { late } from '../pieces/late/index.ts';

const Pane = late(
  () => import('../features/integration-pane/index.ts'),
  ({ IntegrationPane }) => IntegrationPane,
  'at rest',
);

/** What other programs know comes after the case itself. */
export function LateIntegrations({ caseId }: { caseId: number }) {
  return (
    <Suspense fallback={null}>
      <Pane caseId={caseId} />
    </Suspense>
  );
}
