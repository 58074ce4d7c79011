import { bulkApi } from '@bureau/contracts';
import { usePages } from '@bureau/client';
import { Button, Dialog, ErrorState, Link, Skeleton } from '@bureau/ui';
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
    <Dialog isOpen={isOpen} onClose={onClose} title={words.stayedTitle}>
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
        {skips.items.map(({ caseId, message, fields }) => (
          <li key={caseId}>
            <Link href={`/cases/inbox/${caseId}`} className="bu-figures">
              #{caseId}
            </Link>
            <span>{fields.length > 0 ? words.skipOf(message, fields) : message}</span>
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
