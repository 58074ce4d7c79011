import './case-history.css';
import { historyApi } from '@bureau/contracts';
import type { FeedEvent } from '@bureau/contracts';
import { usePages } from '@bureau/client';
import { Button } from '@bureau/ui';
import { sentenceInWords } from '../../language/sentences.ts';
import { CaseLogDialog } from '../../pieces/case-log/index.ts';
import { sentenceOf, useEventNames } from '../../pieces/event-sentence/index.ts';
import { clockWords, dayKey, dayWords } from '../../plain/days.ts';
import { historyWords as words } from './case-history.words.ts';

export interface HistoryDialogProps {
  caseId: number;
  onClose: () => void;
  /** Shows why a rule did something. */
  onWhy: (event: FeedEvent) => void;
}

/** Every write of a case, day by day from the first: the sentence, why, and what it was part of. */
export function HistoryDialog({ caseId, onClose, onWhy }: HistoryDialogProps) {
  const pages = usePages(historyApi.list, { params: { caseId }, query: {} });
  return (
    <CaseLogDialog title={words.title(caseId)} words={words} icon="history" pages={pages} onClose={onClose}>
      <Days events={pages.items} onWhy={onWhy} />
    </CaseLogDialog>
  );
}

function Days({ events, onWhy }: Pick<HistoryDialogProps, 'onWhy'> & { events: readonly FeedEvent[] }) {
  const names = useEventNames();
  const days = [...Map.groupBy(events, ({ at }) => dayKey(at))];
  return days.map(([day, written]) => (
    <section key={day} className="case-history">
      <h3>{dayWords(written[0]?.at ?? '', Date.now())}</h3>
      <ol>
        {written.map((event) => {
          const sentence = sentenceOf(event, names);
          return (
            <li key={event.id}>
              <time dateTime={event.at} className="bu-figures">
                {clockWords(event.at)}
              </time>
              <span>
                {sentence}
                {event.actor.kind === 'rule' && (
                  <Button
                    variant="quiet"
                    size="small"
                    className="case-history-ask"
                    aria-label={words.whyOf(sentence)}
                    onPress={() => onWhy(event)}
                  >
                    {words.why}
                  </Button>
                )}
                <Reason event={event} />
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  ));
}

function Reason({ event: { reason, context } }: { event: FeedEvent }) {
  const parts = [
    reason !== null && sentenceInWords(reason),
    context.bulkId !== undefined && words.context.bulk(context.bulkId),
    context.mergeId !== undefined && words.context.merge,
    context.splitId !== undefined && words.context.split,
    context.undoes !== undefined && words.context.undo,
  ].filter((part) => typeof part === 'string' && part !== '');
  if (parts.length === 0) return null;
  return <span className="case-history-why">{parts.join(' · ')}</span>;
}
