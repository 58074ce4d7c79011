import './salesforce-pane.css';
import { salesforcePaneApi } from '@bureau/contracts';
import type { Pane, PaneRecord } from '@bureau/contracts';
import { can, keyOf, useClient, useRoute, useSession } from '@bureau/client';
import { Button, IconButton, Link, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceInWords } from '../../language/sentences.ts';
import { problemText } from '../../plain/problem-words.ts';
import { PaneValueShown } from './pane-value.tsx';
import type { RecordOfDesk } from './record-of-desk.ts';
import { salesforcePaneWords as words } from './salesforce-pane.words.ts';
import { SyncLine } from './sync-line.tsx';

type Section = Pane['sections'][number];

/** Beside a case it is a part of the context; of a customer's or a company's own page it is a chapter. */
const headings = {
  case: { Title: 'h3', Part: 'h4' },
  customer: { Title: 'h2', Part: 'h3' },
  company: { Title: 'h2', Part: 'h3' },
} as const;

/** What Salesforce knows around a record, as far as the role sees it; takes no place where none is connected. */
export function SalesforcePane({ record }: { record: RecordOfDesk }) {
  const session = useSession();
  const isAllowed = can(session, salesforcePaneApi.get);
  const pane = useRoute(salesforcePaneApi.get, { params: record, query: {} }, { enabled: isAllowed });
  const again = useAskAgain(record);
  if (!isAllowed || pane.isPending) return null;
  if (pane.isError)
    return <NotAsked record={record} onRetry={() => void pane.refetch()} isRetrying={pane.isFetching} />;
  const { organisation, sections } = pane.data;
  if (organisation === null) return null;
  const shown = sections.filter(({ records, problem }) => records.length > 0 || problem !== '');
  const common = commonProblem(shown);
  const { Title, Part } = headings[record.object];
  return (
    <section className="salesforce-pane" aria-label={words.title}>
      <header>
        <Title>{words.title}</Title>
        <IconButton
          icon="refresh"
          size="small"
          label={words.refresh}
          isDisabled={again.isPending}
          onPress={again.run}
        />
      </header>
      <SyncLine record={record} />
      {shown.length === 0 && <p className="salesforce-pane-quiet">{words.nothing}</p>}
      {common !== null && <p className="salesforce-pane-quiet">{sentenceInWords(common)}</p>}
      {common === null && shown.map((section) => <PaneSection key={section.id} section={section} Heading={Part} />)}
    </section>
  );
}

/** What is in the way of all sections is said once; null: there is no such thing. */
function commonProblem([first, ...others]: readonly Section[]): string | null {
  if (!first || first.problem === '' || others.length === 0) return null;
  return others.every(({ problem }) => problem === first.problem) ? first.problem : null;
}

interface NotAskedProps {
  record: RecordOfDesk;
  onRetry: () => void;
  isRetrying: boolean;
}

function NotAsked({ record, onRetry, isRetrying }: NotAskedProps) {
  const { Title } = headings[record.object];
  return (
    <section className="salesforce-pane" aria-label={words.title}>
      <Title>{words.title}</Title>
      <p className="salesforce-pane-quiet">{words.failed}</p>
      <Button size="small" isPending={isRetrying} onPress={onRetry}>
        {words.again}
      </Button>
    </section>
  );
}

/** Asks past what the desk remembers. */
function useAskAgain(params: RecordOfDesk) {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [isPending, setPending] = useState(false);
  const run = async () => {
    setPending(true);
    try {
      const pane = await client.call(salesforcePaneApi.get, { params, query: { refresh: 'true' } });
      queries.setQueryData(keyOf(salesforcePaneApi.get, { params, query: {} }), pane);
    } catch (error) {
      toasts.show({ tone: 'danger', text: words.failed, detail: problemText(error) });
    } finally {
      setPending(false);
    }
  };
  return { run: () => void run(), isPending };
}

interface PaneSectionProps {
  section: Section;
  Heading: 'h3' | 'h4';
}

function PaneSection({ section: { label, records, more, problem }, Heading }: PaneSectionProps) {
  return (
    <div className="salesforce-pane-section">
      <Heading>{label}</Heading>
      {problem !== '' && <p className="salesforce-pane-quiet">{sentenceInWords(problem)}</p>}
      {records.map((record) => (
        <OneRecord key={record.salesforceId} record={record} />
      ))}
      {more && <p className="salesforce-pane-quiet">{words.more}</p>}
    </div>
  );
}

function OneRecord({ record: { name, url, values } }: { record: PaneRecord }) {
  const told = values.filter(({ value }) => value !== null && value !== '');
  return (
    <div className="salesforce-pane-record">
      <Link href={url} target="_blank" rel="noreferrer" aria-label={words.open(name)}>
        {name}
      </Link>
      {told.length > 0 && (
        <dl>
          {told.map((value) => (
            <div key={value.field}>
              <dt>{value.label}</dt>
              <dd>
                <PaneValueShown value={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
