import { bulkApi } from '@bureau/contracts';
import type { BulkSkip } from '@bureau/contracts';
import { usePages } from '@bureau/client';
import { Button, Dialog, ErrorState, Link, Skeleton } from '@bureau/ui';
import { fieldName, irrevocableName } from '../../pieces/macros/index.ts';
import { sentenceOfCode } from '../../plain/problem-words.ts';
import { bulkWords as words } from './bulk.words.ts';

export interface BulkSkipsProps {
  isOpen: boolean;
  bulkId: number;
  isUndo: boolean;
  onClose: () => void;
}

/** The cases that stayed as they were, each with the reason. */
export function BulkSkips({ isOpen, bulkId, isUndo, onClose }: BulkSkipsProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={isUndo ? words.keptTitle : words.stayedTitle}>
      {isOpen && <Skips bulkId={bulkId} isUndo={isUndo} />}
    </Dialog>
  );
}

function Skips({ bulkId, isUndo }: Pick<BulkSkipsProps, 'bulkId' | 'isUndo'>) {
  const query = isUndo ? { undo: 'true' } : {};
  const skips = usePages(bulkApi.skips, { params: { bulkId }, query });
  if (skips.isPending) return <Skeleton shape="text" rows={4} />;
  if (skips.isError) return <ErrorState what={words.skipsFailed} onRetry={() => void skips.refetch()} />;
  return (
    <>
      <ul className="bulk-skips">
        {skips.items.map(({ caseId, code, message, fields }) => (
          <li key={`${caseId} ${code}`}>
            <Link href={`/cases/inbox/${caseId}`} className="bu-figures">
              #{caseId}
            </Link>
            <span>{reasonOf({ code, message, fields })}</span>
          </li>
        ))}
      </ul>
      {skips.hasNextPage && (
        <Button variant="quiet" isPending={skips.isFetchingNextPage} onPress={() => void skips.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  );
}

/** Why a case stayed as it was, or what of it could not be given back. */
function reasonOf({ code, message, fields }: Omit<BulkSkip, 'caseId'>): string {
  const sentence = sentenceOfCode(code, message);
  const nameOf = code === 'macro.said-outside' ? irrevocableName : fieldName;
  return fields.length > 0 ? words.skipOf(sentence, fields.map(nameOf)) : sentence;
}
