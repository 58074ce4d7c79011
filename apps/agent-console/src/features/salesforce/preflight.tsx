import { salesforceConnectionApi } from '@bureau/contracts';
import type { Preflight as Found, PreflightCheck, PreflightVerdict } from '@bureau/contracts';
import { keyOf, useCommand, useRoute } from '@bureau/client';
import { Badge, Banner, Button, EmptyState, ErrorState, RelativeTime, Select, Skeleton, useToasts } from '@bureau/ui';
import type { Tone } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceInWords } from '../../language/sentences.ts';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { salesforceWords } from './salesforce.words.ts';

const words = salesforceWords.preflight;

type Look = 'lightning' | 'classic';

const looks = (['lightning', 'classic'] as const).map((id) => ({ id, label: words[id] }));
const tones: Record<PreflightVerdict, Tone> = {
  ...{ ok: 'positive', missing: 'danger', advice: 'caution', unknown: 'neutral' },
};

/** What the organisation lacks, each with the way through its set-up. */
export function Preflight() {
  // It is checked by itself once an organisation is connected: that shows when it is done.
  const kept = useRoute(salesforceConnectionApi.preflight, {}, { refetchInterval: 5_000 });
  const again = useCheckAgain();
  const found = kept.data?.preflight ?? null;
  return (
    <AdminSection
      title={words.title}
      lead={words.lead}
      action={
        <Button icon="refresh" isPending={again.isPending} onPress={() => again.mutate({})}>
          {words.again}
        </Button>
      }
    >
      {kept.isPending && <Skeleton rows={4} />}
      {kept.isError && (
        <ErrorState
          what={words.loadFailed}
          safe={salesforceWords.safe}
          advice={problemText(kept.error)}
          onRetry={() => void kept.refetch()}
          isRetrying={kept.isFetching}
        />
      )}
      {kept.data && found === null && (
        <EmptyState icon="clock">{again.isPending ? words.checking : words.never}</EmptyState>
      )}
      {found && <Findings found={found} />}
    </AdminSection>
  );
}

function useCheckAgain() {
  const queries = useQueryClient();
  const toasts = useToasts();
  return useCommand(salesforceConnectionApi.checkAgain, {
    onSuccess: (answer) => void queries.setQueryData(keyOf(salesforceConnectionApi.preflight, {}), answer),
    onError: (error) => void toasts.show({ tone: 'danger', text: words.failed, detail: problemText(error) }),
  });
}

function Findings({ found: { at, checks, passed } }: { found: Found }) {
  const [look, setLook] = useState<Look>('lightning');
  const byVerdict = Map.groupBy(checks, ({ verdict }) => verdict);
  const of = (verdict: PreflightVerdict) => byVerdict.get(verdict) ?? [];
  const hasSteps = checks.some(({ todo }) => todo !== null);
  return (
    <>
      <div className="salesforce-checked">
        <span className="salesforce-quiet">
          {words.at} <RelativeTime at={at} show="ago" />
        </span>
        {hasSteps && <Select aria-label={words.steps} choices={looks} value={look} onChange={setLook} />}
      </div>
      {passed && <Banner tone="positive">{words.allFine}</Banner>}
      <Checks title={words.toDo(of('missing').length)} checks={of('missing')} look={look} />
      <Checks title={words.advice} checks={of('advice')} look={look} />
      <Checks title={words.unknown} checks={of('unknown')} look={look} />
      {of('ok').length > 0 && (
        <details className="salesforce-fine">
          <summary>{words.fine(of('ok').length)}</summary>
          <ul>
            {of('ok').map(({ id, topic, subject }) => (
              <li key={id}>
                {words.topics[topic]} · {subject}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Checks({ title, checks, look }: { title: string; checks: readonly PreflightCheck[]; look: Look }) {
  if (checks.length === 0) return null;
  return (
    <section className="salesforce-checks">
      <h3>{title}</h3>
      <ul>
        {checks.map((check) => (
          <Check key={check.id} check={check} look={look} />
        ))}
      </ul>
    </section>
  );
}

function Check({ check: { topic, verdict, subject, todo }, look }: { check: PreflightCheck; look: Look }) {
  return (
    <li className="salesforce-check">
      <Badge tone={tones[verdict]}>{words.verdicts[verdict]}</Badge>
      <div>
        <strong>{subject}</strong> <span className="salesforce-quiet">{words.topics[topic]}</span>
        {todo && (
          <>
            <p>{sentenceInWords(todo.what)}</p>
            {todo[look].length > 0 && (
              <ol className="salesforce-steps">
                {todo[look].map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            )}
          </>
        )}
      </div>
    </li>
  );
}
