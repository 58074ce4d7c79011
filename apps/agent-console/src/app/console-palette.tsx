import { casesApi } from '@bureau/contracts';
import { useRoute, useSession } from '@bureau/client';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { PaletteHost, rememberCase } from '../features/palette/index.ts';
import { useCurrentCaseId, useCurrentFilter } from '../pieces/next-case/index.ts';
import { addressOf } from '../plain/filter-address.ts';
import { useLastSections } from './console-actions.tsx';

/** The palette, and what it needs to know of the console: where cases and customers are, and which were open last. */
export function ConsolePalette() {
  const router = useRouter();
  const navigate = useNavigate();
  const filter = useCurrentFilter();
  const caseId = useCurrentCaseId();
  useRememberedCase(caseId);
  const address = filter ? addressOf(filter) : 'inbox';
  const openCustomer = (id: number) => router.history.push(`/customers/${id}`);
  return (
    <PaletteHost
      currentCaseId={caseId}
      lastSections={useLastSections()}
      openCase={(id) =>
        void navigate({ to: '/cases/$filter/{-$caseId}', params: { filter: address, caseId: String(id) } })
      }
      openCustomer={openCustomer}
      search={(q) => void navigate({ to: '/search/{-$caseId}', search: { q, from: address } })}
    />
  );
}

/** The case on the screen is read anyway: its subject and customer are kept for the palette. */
function useRememberedCase(caseId: number | null): void {
  const { user } = useSession();
  const { data } = useRoute(casesApi.get, { params: { caseId: caseId ?? 0 } }, { enabled: caseId !== null });
  const id = data?.id;
  const subject = data?.subject;
  const customer = data && (data.customer.name || data.customer.address || '');
  useEffect(() => {
    if (id === undefined || subject === undefined || customer === undefined) return;
    rememberCase(user.id, { id, subject, customer });
  }, [user.id, id, subject, customer]);
}
