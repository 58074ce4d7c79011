import './trial-case.css';
import { casesApi, type CaseSummary } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Button, Picker } from '@bureau/ui';
import { useState, type ReactNode } from 'react';
import { customerName } from '../../plain/customer-name.ts';

const OFFERED = 25;

interface TrialCaseProps {
  words: {
    title: string;
    /** What the list of cases is called. */
    choose: string;
    noCase: string;
    caseOf: (caseId: number) => string;
  };
  /** Null: the desk has no case. */
  children: (caseId: number | null) => ReactNode;
}

/** What is being written, tried on a case of the desk: the latest by itself, or the one that is chosen. Nothing changes. */
export function TrialCase({ words, children }: TrialCaseProps) {
  const cases = useRoute(casesApi.list, { query: { limit: OFFERED } }).data?.items ?? [];
  const [chosen, choose] = useState<number | null>(null);
  const caseId = chosen ?? cases[0]?.id ?? null;
  return (
    <section className="trial-case" aria-label={words.title}>
      <header>
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
      {children(caseId)}
    </section>
  );
}

function choiceOf({ id, subject, customer }: CaseSummary) {
  return { id: String(id), label: subject, detail: customerName(customer), aside: `#${id}` };
}
