import { salesforcePaneApi } from '@bureau/contracts';
import type { SyncObject } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { Suspense } from 'react';
import { late } from '../pieces/late/index.ts';

const Pane = late(
  () => import('../features/salesforce-pane/index.ts'),
  ({ SalesforcePane }) => SalesforcePane,
  'at rest',
);

/** What Salesforce knows comes after the record itself, and only to who may look. */
export function LateSalesforce({ object, deskId }: { object: SyncObject; deskId: number }) {
  const session = useSession();
  if (!can(session, salesforcePaneApi.get)) return null;
  return (
    <Suspense fallback={null}>
      <Pane record={{ object, deskId }} />
    </Suspense>
  );
}
