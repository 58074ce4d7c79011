import { macrosApi } from '@bureau/contracts';
import type { Macro } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { ErrorState, Skeleton } from '@bureau/ui';
import { MacroPreviewPane, macroWords } from '../../pieces/macros/index.ts';
import { useRested } from '../../pieces/use-rested.ts';

const words = macroWords.preview;

/** Milliseconds without another choice until the desk is asked. */
const REST = 120;

/** What macros would do to a case, one after the other. */
export function PreviewOn({ caseId, macros }: { caseId: number; macros: readonly Macro[] }) {
  const wanted = macros.map(({ id }) => id).join();
  const rested = useRested(wanted, REST);
  const macroIds = rested.split(',').map(Number);
  const preview = useRoute(macrosApi.preview, { params: { caseId }, body: { macroIds } }, { keepPrevious: true });
  const actions = macros.flatMap((macro) => macro.actions);
  const isStale = rested !== wanted || preview.isPlaceholderData;
  return (
    <section aria-label={words.title} aria-busy={isStale}>
      <h2 className="macro-preview-title">{macros.map(({ name }) => name).join(' + ')}</h2>
      {preview.data && <MacroPreviewPane preview={preview.data} actions={actions} isStale={isStale} />}
      {preview.isPending && <Skeleton rows={4} shape="text" />}
      {preview.isError && <ErrorState what={words.failed} safe={words.safe} onRetry={() => void preview.refetch()} />}
    </section>
  );
}
