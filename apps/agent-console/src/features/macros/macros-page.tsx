import './macros.css';
import { Button, EmptyState, ErrorState, Skeleton } from '@bureau/ui';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { MacroPage } from './macro-page.tsx';
import { macroPagesWords as words } from './macro-pages.words.ts';
import { MacrosTable } from './macros-table.tsx';
import { useManagedMacros } from './use-managed-macros.ts';

/** The macros that the reader may change, in their folders and order, or one of them. */
export function MacrosPage({ item, go }: AdminPageProps) {
  if (item !== null) return <MacroPage key={item} macroId={item === 'new' ? null : Number(item)} go={go} />;
  return <AllMacros go={go} />;
}

function AllMacros({ go }: Pick<AdminPageProps, 'go'>) {
  const { mayShare, shared, own, ...reading } = useManagedMacros();
  const add = (
    <Button variant="primary" icon="plus" onPress={() => go({ item: 'new' })}>
      {words.new}
    </Button>
  );
  const open = ({ id }: { id: number }) => go({ item: String(id) });
  const isEmpty = !reading.isPending && !reading.isError && shared.length + own.length === 0;
  return (
    <AdminPage title={words.title} lead={mayShare ? words.lead : words.leadOwn} action={add} isWide>
      {reading.isPending && <Skeleton rows={8} />}
      {reading.isError && <ErrorState what={words.failed} safe={words.safe} onRetry={reading.retry} />}
      {isEmpty && <EmptyState icon="bolt">{words.none}</EmptyState>}
      {shared.length > 0 && <MacrosTable macros={shared} scope="shared" onOpen={open} />}
      {own.length > 0 && <MacrosTable macros={own} scope="own" onOpen={open} />}
    </AdminPage>
  );
}
