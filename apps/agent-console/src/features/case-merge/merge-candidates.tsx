import { relatedApi, searchApi } from '@bureau/contracts';
import type { Case, CaseStatus } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Button, ErrorState, RelativeTime, SearchField, Skeleton, StatusMark } from '@bureau/ui';
import { useDeferredValue, useState } from 'react';
import { mergeWords as words } from './case-merge.words.ts';

interface Candidate {
  id: number;
  subject: string;
  status: CaseStatus;
  activeAt: string;
}

/** Cases that could be the other one: those of the same customer, or what is looked for. */
export function MergeCandidates({ supportCase, onChoose }: { supportCase: Case; onChoose: (caseId: number) => void }) {
  const [typed, type] = useState('');
  const q = useDeferredValue(typed.trim());
  const related = useRoute(relatedApi.get, { params: { caseId: supportCase.id } });
  const found = useRoute(searchApi.cases, { query: { q, limit: 8 } }, { enabled: q !== '', keepPrevious: true });
  const source = q === '' ? related : found;
  const items: readonly Candidate[] = (q === '' ? related.data?.ofCustomer : found.data?.items) ?? [];
  const open = items.filter(({ id, status }) => id !== supportCase.id && status !== 'closed');
  return (
    <>
      <SearchField label={words.find} value={typed} onChange={type} autoFocus />
      {q === '' && <h3>{words.ofCustomer}</h3>}
      {source.isPending && <Skeleton rows={3} shape="compact" />}
      {source.isError && <ErrorState what={words.failed} onRetry={() => void source.refetch()} />}
      {source.isSuccess && open.length === 0 && <p>{q === '' ? words.noOthers : words.noMatch}</p>}
      <ul className="case-merge-candidates">
        {open.map(({ id, subject, status, activeAt }) => (
          <li key={id}>
            <Button variant="quiet" className="case-merge-candidate" onPress={() => onChoose(id)}>
              <StatusMark status={status} compact />
              <span className="bu-figures">#{id}</span>
              <span className="bu-truncate">{subject || words.noSubject}</span>
              <RelativeTime at={activeAt} />
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
