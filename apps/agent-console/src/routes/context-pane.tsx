import { casesApi } from '@bureau/contracts';
import type { FeedItem } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { useDrawerThatLeaves } from '../app/use-drawer-that-leaves.ts';
import { CaseFeedback } from '../features/case-feedback/index.ts';
import { CaseFacts, CaseFields, CaseFiles } from '../features/case-fields/index.ts';
import { useFeed } from '../features/case-feed/index.ts';
import { CaseQuestion } from '../features/questions/index.ts';
import { CustomerPane } from '../features/customer-pane/index.ts';
import { LateIntegrations } from './late-integrations.tsx';
import { LateSalesforce } from './late-salesforce.tsx';
import { caseWords as words } from './case.words.ts';

export interface ContextPaneProps {
  caseId: number;
  hrefOf: (caseId: number) => string;
}

/** Around the case that is open: who asks, the fields, where it came from, its files. */
export function ContextPane({ caseId, hrefOf }: ContextPaneProps) {
  useDrawerThatLeaves();
  const supportCase = useRoute(casesApi.get, { params: { caseId } });
  const feed = useFeed(caseId);
  if (!supportCase.data) return null;
  const firstAnswerAt = feed.isComplete && !feed.hasNextPage ? firstAnswerOf(feed.items) : undefined;
  return (
    <div className="context" tabIndex={0} role="group" aria-label={words.context}>
      <CustomerPane supportCase={supportCase.data} feed={feed.items} hrefOf={hrefOf} />
      {supportCase.data.channel === 'qna' && <CaseQuestion supportCase={supportCase.data} />}
      {supportCase.data.rating && <CaseFeedback supportCase={supportCase.data} />}
      <LateSalesforce object="case" deskId={caseId} />
      <LateIntegrations caseId={caseId} />
      <CaseFields supportCase={supportCase.data} />
      <CaseFacts supportCase={supportCase.data} firstAnswerAt={firstAnswerAt} hrefOf={hrefOf} />
      <CaseFiles key={caseId} supportCase={supportCase.data} />
    </div>
  );
}

/** When a person of ours wrote to the customer first. */
function firstAnswerOf(items: readonly FeedItem[]): string | undefined {
  return items.find(
    (item) =>
      item.kind === 'message' && item.direction === 'out' && item.purpose === 'message' && item.automatic === null,
  )?.at;
}
