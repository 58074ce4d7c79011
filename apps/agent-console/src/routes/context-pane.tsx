import { casesApi } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { useDrawerThatLeaves } from '../app/use-drawer-that-leaves.ts';
import { CustomerPane } from '../features/customer-pane/index.ts';

/** The customer of the case that is open. */
export function ContextPane({ caseId, hrefOf }: { caseId: number; hrefOf: (caseId: number) => string }) {
  useDrawerThatLeaves();
  const supportCase = useRoute(casesApi.get, { params: { caseId } });
  return supportCase.data ? <CustomerPane supportCase={supportCase.data} hrefOf={hrefOf} /> : null;
}
