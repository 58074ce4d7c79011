import { Actions, macrosApi, type Action } from '@bureau/contracts';
import { ApiProblem, useRoute } from '@bureau/client';
import { Skeleton } from '@bureau/ui';
import { Suspense } from 'react';
import { late } from '../../pieces/late/index.ts';
import { MacroPreviewPane } from '../../pieces/macros/index.ts';
import { TrialCase } from '../../pieces/trial-case/index.ts';
import { useRested } from '../../pieces/use-rested.ts';
import { macroPagesWords } from './macro-pages.words.ts';

const words = macroPagesWords.preview;

const LengthOnX = late(
  () => import('./length-on-x.tsx'),
  (code) => code.LengthOnX,
);

/** Milliseconds without a change until the desk is asked. */
const REST = 400;

/** What is being written, tried on a case of the desk. */
export function LivePreview({ actions }: { actions: readonly Action[] }) {
  return (
    <TrialCase words={{ ...words, noCase: words.choose }}>
      {(caseId) =>
        caseId === null ? (
          <p className="macro-live-quiet">{words.chooseHint}</p>
        ) : (
          <Tried actions={actions} caseId={caseId} />
        )
      }
    </TrialCase>
  );
}

function Tried({ actions, caseId }: { actions: readonly Action[]; caseId: number }) {
  const written = Actions.safeParse(actions);
  const text = JSON.stringify(written.data ?? []);
  const rested = useRested(text, REST);
  const isComplete = written.success && actions.length > 0;
  const body = { actions: Actions.parse(JSON.parse(rested)), caseId };
  const enabled = isComplete && body.actions.length > 0;
  const tried = useRoute(macrosApi.try, { body }, { enabled, keepPrevious: true });
  if (actions.length === 0) return <p className="macro-live-quiet">{words.nothing}</p>;
  if (!written.success && !tried.data) return <p className="macro-live-quiet">{words.incomplete}</p>;
  if (tried.error) return <p className="macro-live-quiet">{faultOf(tried.error)}</p>;
  if (!tried.data) return <Skeleton rows={4} shape="text" />;
  return (
    <>
      <MacroPreviewPane
        preview={tried.data}
        actions={body.actions}
        isStale={!isComplete || rested !== text || tried.isPlaceholderData}
      />
      {tried.data.reply && (
        <Suspense fallback={<p className="macro-live-x">{'\u00a0'}</p>}>
          <LengthOnX text={tried.data.reply.text} />
        </Suspense>
      )}
    </>
  );
}

function faultOf(error: Error): string {
  const fault = error instanceof ApiProblem ? error.errors[0]?.message : undefined;
  return fault === undefined ? words.failed : words.wrong(fault);
}
