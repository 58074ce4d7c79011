import './case-log.css';
import { Button, Dialog, EmptyState, ErrorState, Skeleton } from '@bureau/ui';
import type { IconName } from '@bureau/ui';
import type { ReactNode } from 'react';

/** What a log of a case says where it has nothing to tell, or not yet. */
export interface CaseLogWords {
  lead: ReactNode;
  failed: string;
  safe: string;
  none: string;
  more: string;
  close: string;
}

/** What is told page by page: as `usePages` gives it. */
export interface LogPages {
  items: readonly unknown[];
  isPending: boolean;
  isError: boolean;
  isSuccess: boolean;
  isFetching: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
}

export interface CaseLogDialogProps {
  title: string;
  words: CaseLogWords;
  icon: IconName;
  pages: LogPages;
  onClose: () => void;
  /** Above what is told, once there is something. */
  tools?: ReactNode;
  /** Where nothing is to be told: the one thing that one can do then. */
  instead?: ReactNode;
  children: ReactNode;
}

/** A dialog that tells of a case, page by page, with a face for each of what it waits for. */
export function CaseLogDialog({ title, words, icon, pages, onClose, tools, instead, children }: CaseLogDialogProps) {
  return (
    <Dialog
      isOpen
      size="wide"
      onClose={onClose}
      title={title}
      actions={<Button onPress={onClose}>{words.close}</Button>}
    >
      <div className="case-log">
        <p className="case-log-lead">{words.lead}</p>
        {pages.items.length > 0 && tools}
        {pages.isPending && <Skeleton rows={6} shape="text" />}
        {pages.isError && (
          <ErrorState
            what={words.failed}
            safe={words.safe}
            onRetry={() => void pages.refetch()}
            isRetrying={pages.isFetching}
          />
        )}
        {pages.isSuccess && pages.items.length === 0 && (
          <EmptyState icon={icon} action={instead}>
            {words.none}
          </EmptyState>
        )}
        {children}
        {pages.hasNextPage && (
          <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {words.more}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
