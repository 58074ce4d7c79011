import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { addressOf } from '../features/filters/index.ts';
import type { FilterWish } from '../features/filter-editor/index.ts';
import { late } from '../pieces/late/index.ts';

const FilterDialog = late(
  () => import('../features/filter-editor/index.ts'),
  (m) => m.FilterDialog,
  'at rest',
);

/** The editor of filters above a list: loaded when it is first wanted; what was saved is shown. */
export function useFilterEditor(): { open: (wish: FilterWish) => void; dialog: ReactNode } {
  const [wish, open] = useState<FilterWish | null>(null);
  const navigate = useNavigate();
  const close = () => open(null);
  const show = (address: string) => {
    close();
    void navigate({ to: '/cases/$filter/{-$caseId}', params: { filter: address, caseId: undefined } });
  };
  const dialog = wish && (
    <Suspense fallback={null}>
      <FilterDialog
        wish={wish}
        onClose={close}
        onSaved={(filter) => show(addressOf(filter))}
        onDeleted={() => show('inbox')}
      />
    </Suspense>
  );
  return { open, dialog };
}
