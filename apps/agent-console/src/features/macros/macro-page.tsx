import { macrosApi } from '@bureau/contracts';
import type { Macro } from '@bureau/contracts';
import { isProblem, useSession, useVersioned } from '@bureau/client';
import { EmptyState, ErrorState, Skeleton } from '@bureau/ui';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { DeleteMacro } from './delete-macro.tsx';
import { MacroForm } from './macro-form.tsx';
import { macroPagesWords as words } from './macro-pages.words.ts';
import type { MacroValues } from './macro-values.ts';
import { newValues, valuesOf } from './macro-values.ts';
import { useMayShare } from './use-managed-macros.ts';

const back = { label: words.back, href: '/admin/macros' };

export interface MacroPageProps {
  /** Null: a new one. */
  macroId: number | null;
  go: AdminPageProps['go'];
}

/** One macro: what it is called and for whom it is, what it does, and what that would be on a real case. */
export function MacroPage({ macroId, go }: MacroPageProps) {
  const params = { macroId: macroId ?? 0 };
  const read = useVersioned(macrosApi.get, { params }, { enabled: macroId !== null });
  const { user } = useSession();
  const begins: MacroValues = newValues(user.id, useMayShare());
  if (macroId === null) {
    return (
      <AdminPage title={words.newTitle} back={back} isWide>
        <MacroForm macro={null} version={null} saved={begins} go={go} onShowTheirs={() => undefined} />
      </AdminPage>
    );
  }
  const macro: Macro | undefined = read.data?.value;
  const isGone = isProblem(read.error, 'macro.not-found');
  return (
    <AdminPage
      title={macro?.name ?? words.title}
      back={back}
      lead={macro?.updatedBy ? words.changedBy(macro.updatedBy.name) : undefined}
      action={macro?.editable && <DeleteMacro macro={macro} go={go} />}
      isWide
    >
      {read.isPending && <Skeleton rows={6} />}
      {isGone && <EmptyState icon="bolt">{words.missing}</EmptyState>}
      {read.isError && !isGone && (
        <ErrorState what={words.failed} safe={words.safe} onRetry={() => void read.refetch()} />
      )}
      {macro && read.data && (
        <MacroForm
          macro={macro}
          version={read.data.version ?? null}
          saved={valuesOf(macro)}
          go={go}
          onShowTheirs={() => void read.refetch()}
        />
      )}
    </AdminPage>
  );
}
