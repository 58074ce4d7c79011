import { Skeleton } from '@bureau/ui';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { Suspense } from 'react';
import { PlainPage } from '../app/frame.tsx';
import { words } from '../app/words.ts';
import { late } from '../pieces/late/index.ts';

const NewCasePage = late(
  () => import('../features/new-case/index.ts'),
  (m) => m.NewCasePage,
);

/** Opens a case by hand, and goes there. */
export function NewCaseRoute({ customerId }: { customerId: number | null }) {
  const router = useRouter();
  const navigate = useNavigate();
  const open = (caseId: number) =>
    void navigate({ to: '/cases/$filter/{-$caseId}', params: { filter: 'inbox', caseId: String(caseId) } });
  return (
    <PlainPage name={words.newCase}>
      <div className="page-scroller">
        <Suspense fallback={<Skeleton rows={8} shape="text" />}>
          <NewCasePage customerId={customerId} onOpened={open} onLeave={() => router.history.back()} />
        </Suspense>
      </div>
    </PlainPage>
  );
}
