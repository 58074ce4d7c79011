import { businessHoursApi } from '@bureau/contracts';
import type { BusinessCalendar } from '@bureau/contracts';
import { keyOf, useCommand, useRoute } from '@bureau/client';
import { Badge, Banner, Button, ErrorState, Skeleton, useToasts } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { useQueryClient } from '@tanstack/react-query';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { LastChange } from '../../pieces/last-change/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { BrandHours } from './brand-hours.tsx';
import { nameInWords, runsInWords, weekInWords } from './hours-in-words.ts';
import { OpeningBadge } from './opening-badge.tsx';
import { businessHoursWords as words } from './business-hours.words.ts';

/** The calendars with what they say and whether they are open now, and which brand keeps which. */
export function CalendarList({ go }: Pick<AdminPageProps, 'go'>) {
  const calendars = useRoute(businessHoursApi.list, {});
  const items = calendars.data?.items ?? [];
  const unseen = items.find(({ isDefault, isSetUp }) => isDefault && !isSetUp);
  return (
    <AdminPage
      title={words.title}
      lead={words.lead}
      isWide
      action={
        <Button icon="plus" onPress={() => go({ item: 'new' })}>
          {words.add}
        </Button>
      }
    >
      {unseen && <AreTheyYours calendar={unseen} />}
      <DataTable
        caption={words.caption}
        isCaptionHidden
        columns={COLUMNS}
        rows={items}
        rowId={({ id }) => String(id)}
        onOpen={({ id }) => go({ item: String(id) })}
      >
        {calendars.isError ? (
          <ErrorState
            what={words.failed}
            safe={words.safe}
            advice={problemText(calendars.error)}
            onRetry={() => void calendars.refetch()}
            isRetrying={calendars.isFetching}
          />
        ) : (
          <Skeleton rows={2} />
        )}
      </DataTable>
      {calendars.data && <BrandHours calendars={items} />}
    </AdminPage>
  );
}

const COLUMNS: Column<BusinessCalendar>[] = [
  {
    id: 'name',
    header: words.name,
    width: '24%',
    cell: (calendar) => (
      <span className="hours-name">
        <strong>{nameInWords(calendar)}</strong>
        {calendar.isDefault && <Badge>{words.default}</Badge>}
      </span>
    ),
  },
  {
    id: 'now',
    header: words.now,
    width: '22%',
    cell: ({ week, specialDays, zone }) => <OpeningBadge week={week} specialDays={specialDays} zone={zone} />,
  },
  {
    id: 'hours',
    header: words.hours,
    cell: ({ week, specialDays }) => (
      <>
        {runsInWords(week).map((run) => (
          <span key={run} className="hours-run">
            {run}
          </span>
        ))}
        {specialDays.length > 0 && (
          <span className="hours-run hours-quiet">{words.specialCount(specialDays.length)}</span>
        )}
      </>
    ),
  },
  { id: 'zone', header: words.timeZone, width: '16%', isExtra: true, cell: ({ zone }) => zone.replaceAll('_', ' ') },
  {
    id: 'changed',
    header: words.changed,
    width: '96px',
    align: 'end',
    isExtra: true,
    cell: ({ changed }) => <LastChange at={changed?.at ?? null} by={changed?.by} />,
  },
];

/** What every desk begins with is a guess, until somebody says that it is right. */
function AreTheyYours({ calendar }: { calendar: BusinessCalendar }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const confirm = useCommand(businessHoursApi.update, {
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(businessHoursApi.list) }),
    onError: (error) => toasts.show({ text: words.notSaved, detail: problemText(error), tone: 'danger' }),
  });
  const run = () => confirm.mutate({ params: { calendarId: calendar.id }, body: { isDefault: true } });
  return (
    <Banner
      tone="note"
      action={
        <Button size="small" isPending={confirm.isPending} onPress={run}>
          {words.theyAreRight}
        </Button>
      }
    >
      {words.areTheyYours(weekInWords(calendar.week))}
    </Banner>
  );
}
