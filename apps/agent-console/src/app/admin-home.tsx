import { Skeleton } from '@bureau/ui';
import { Suspense } from 'react';
import { AdminPage } from '../pieces/admin-page/index.ts';
import { adminWords as words } from './admin.words.ts';
import { late } from '../pieces/late/index.ts';

const ChecklistHome = late(
  () => import('../features/checklist/index.ts'),
  (m) => m.ChecklistHome,
);

/** What an administrator sees first. */
export function AdminHome() {
  return (
    <AdminPage title={words.title} lead={words.lead}>
      <Suspense fallback={<Skeleton rows={8} shape="text" />}>
        <ChecklistHome />
      </Suspense>
    </AdminPage>
  );
}
