import { salesforcePaneApi } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { Suspense } from 'react';
import { late } from '../pieces/late/index.ts';

const Pane = late(
  () => import('../features/salesforce-pane/index.ts'),
  ({ SalesforcePane }) => SalesforcePane,
  'at rest',
);

/** What Salesforce knows comes after the case itself, and only to who may look. */
export function LateSalesforce({ caseId }: { caseId: number }) {
  const session = useSession();
  if (!can(session, salesforcePaneApi.get)) return null;
  return (
    <Suspense fallback={null}>
      <Pane caseId={caseId} />
    </Suspense>
  );
}
