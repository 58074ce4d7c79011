import { businessHoursApi } from '@bureau/contracts';
import type { BusinessCalendar } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Badge, ErrorState, Skeleton } from '@bureau/ui';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { CalendarForm } from './calendar-form.tsx';
import { nameInWords } from './hours-in-words.ts';
import { MakeDefault } from './make-default.tsx';
import { RemoveCalendar } from './remove-calendar.tsx';
import { businessHoursWords as words } from './business-hours.words.ts';

const back = { label: words.title, href: '/admin/business-hours' };

interface CalendarPageProps {
  /** Null: a new one. */
  calendarId: number | null;
  go: AdminPageProps['go'];
}

/** One calendar: its week, its special days, and what follows from them. */
export function CalendarPage({ calendarId, go }: CalendarPageProps) {
  if (calendarId === null) {
    return (
      <AdminPage title={words.add} lead={words.addLead} back={back}>
        <CalendarForm calendar={null} go={go} />
      </AdminPage>
    );
  }
  return <Known calendarId={calendarId} go={go} />;
}

function Known({ calendarId, go }: { calendarId: number; go: AdminPageProps['go'] }) {
  const calendar = useRoute(businessHoursApi.get, { params: { calendarId } });
  return (
    <AdminPage
      title={calendar.data ? nameInWords(calendar.data) : words.one}
      lead={words.pageLead}
      back={back}
      action={calendar.data && <Actions calendar={calendar.data} go={go} />}
    >
      {calendar.isPending && <Skeleton rows={8} />}
      {calendar.isError && (
        <ErrorState
          what={words.oneFailed}
          advice={problemText(calendar.error)}
          onRetry={() => void calendar.refetch()}
          isRetrying={calendar.isFetching}
        />
      )}
      {calendar.data && <CalendarForm calendar={calendar.data} go={go} onShowTheirs={() => void calendar.refetch()} />}
    </AdminPage>
  );
}

function Actions({ calendar, go }: { calendar: BusinessCalendar; go: AdminPageProps['go'] }) {
  if (calendar.isDefault) return <Badge>{words.default}</Badge>;
  return (
    <>
      <MakeDefault calendar={calendar} />
      <RemoveCalendar calendar={calendar} go={go} />
    </>
  );
}
