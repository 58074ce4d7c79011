import { Skeleton } from '@bureau/ui';
import { Suspense } from 'react';
import { late } from '../../pieces/late/index.ts';

const Page = late(
  () => import('./account-page.tsx'),
  ({ AccountPage }) => AccountPage,
);

/** The account, loaded when somebody goes there. `section` is what the address says behind /account. */
export function AccountPage({ section }: { section?: string | undefined }) {
  return (
    <Suspense fallback={<Skeleton rows={6} />}>
      <Page section={section} />
    </Suspense>
  );
}
