import { casesApi, integrationUrlsApi } from '@bureau/contracts';
import type { CaseSummary, IntegrationKind } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Button, Link, Picker, Skeleton } from '@bureau/ui';
import { useState } from 'react';
import { sentenceInWords } from '../../language/sentences.ts';
import { useRested } from '../../pieces/use-rested.ts';
import { customerName } from '../../plain/customer-name.ts';
import { problemText } from '../../plain/problem-words.ts';
import { integrationUrlsWords } from './integration-urls.words.ts';

const words = integrationUrlsWords.preview;

/** Milliseconds without a change until the desk is asked. */
const REST = 400;
const OFFERED = 25;

interface LiveAddressProps {
  kind: IntegrationKind;
  markup: string;
}

/** Where the address that is being written leads from a case of the desk: the latest by itself, or the one that is chosen. */
export function LiveAddress({ kind, markup }: LiveAddressProps) {
  const cases = useRoute(casesApi.list, { query: { limit: OFFERED } }).data?.items ?? [];
  const [chosen, choose] = useState<number | null>(null);
  const caseId = chosen ?? cases[0]?.id ?? null;
  const written = markup.trim();
  const rested = useRested(written, REST);
  return (
    <section className="integration-live" aria-label={words.title}>
      <header className="integration-live-head">
        <h2>{words.title}</h2>
        <Picker
          label={words.choose}
          placement="bottom end"
          groups={[{ id: 'cases', choices: cases.map(choiceOf) }]}
          makeOf={(typed) => (/^#?\d{1,12}$/.test(typed) ? { id: typed.replace('#', ''), label: typed } : null)}
          onChoose={(id) => choose(Number(id))}
          trigger={
            <Button size="small" icon="search">
              {caseId === null ? words.noCase : words.caseOf(caseId)}
            </Button>
          }
        />
      </header>
      {written === '' || rested === '' ? (
        <p className="integration-quiet">{words.begin}</p>
      ) : (
        <Tried kind={kind} markup={rested} caseId={caseId} isStale={rested !== written} />
      )}
    </section>
  );
}

function choiceOf({ id, subject, customer }: CaseSummary) {
  return { id: String(id), label: subject, detail: customerName(customer), aside: `#${id}` };
}

function Tried({ isStale, ...body }: LiveAddressProps & { caseId: number | null; isStale: boolean }) {
  const tried = useRoute(integrationUrlsApi.try, { body }, { keepPrevious: true });
  if (tried.error) return <p className="integration-quiet">{`${words.failed} ${problemText(tried.error)}`}</p>;
  if (!tried.data) return <Skeleton rows={2} shape="text" />;
  const { url, problem } = tried.data;
  if (url === null) return <p className="integration-wrong">{words.wrong(sentenceInWords(problem ?? ''))}</p>;
  return (
    <div className="integration-address" data-stale={isStale || tried.isPlaceholderData || undefined}>
      <code tabIndex={0}>{url}</code>
      {body.kind !== 'canvas' && (
        <Link href={url} target="_blank" rel="noopener noreferrer">
          {words.try}
        </Link>
      )}
      {body.caseId === null && <p className="integration-quiet">{words.empty}</p>}
    </div>
  );
}
