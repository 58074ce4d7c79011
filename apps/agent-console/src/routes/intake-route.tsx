import { useNavigate } from '@tanstack/react-router';
import { IntakeItemPage, IntakeListPage } from '../features/intake/index.ts';
import type { IntakeFilter } from '../features/intake/index.ts';

/** The list of everything that arrived. */
export function IntakeRoute({ filter }: { filter: IntakeFilter }) {
  const navigate = useNavigate();
  return (
    <IntakeListPage
      filter={filter}
      onFilter={(search) => void navigate({ to: '/intake', search, replace: true })}
      onOpen={(id) => void navigate({ to: '/intake/$intakeId', params: { intakeId: String(id) } })}
    />
  );
}

/** One thing that arrived. */
export function IntakeItemRoute({ intakeId }: { intakeId: number }) {
  return <IntakeItemPage intakeId={intakeId} backHref="/intake" caseHrefOf={(caseId) => `/cases/inbox/${caseId}`} />;
}
