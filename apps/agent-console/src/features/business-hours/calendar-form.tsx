import { businessHoursApi, CreateCalendar, siteApi, SpecialDay, WeekHours } from '@bureau/contracts';
import type { BusinessCalendar } from '@bureau/contracts';
import { useClient, useRoute } from '@bureau/client';
import { TextField, useToasts } from '@bureau/ui';
import { ComboBox } from '@bureau/ui/parts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { zoneChoices } from '../../plain/time-zones.ts';
import { OpeningBadge } from './opening-badge.tsx';
import { refreshCalendars } from './refresh-calendars.ts';
import { SpecialDayDialog } from './special-day-dialog.tsx';
import { SpecialDays } from './special-days.tsx';
import { WeekEditor } from './week-editor.tsx';
import { businessHoursWords as words } from './business-hours.words.ts';

export interface CalendarFields {
  name: string;
  timeZone: string | null;
  week: WeekHours;
  specialDays: SpecialDay[];
}

const workday = [{ from: '09:00', to: '17:00' }];
const UNWRITTEN: CalendarFields = {
  name: '',
  timeZone: null,
  week: [workday, workday, workday, workday, workday, [], []],
  specialDays: [],
};

interface CalendarFormProps {
  /** Null: a new one. */
  calendar: BusinessCalendar | null;
  go: AdminPageProps['go'];
  onShowTheirs?: () => void;
}

/** Everything that a calendar says, saved together, with what it means now beside it. */
export function CalendarForm({ calendar, go, onShowTheirs }: CalendarFormProps) {
  const site = useRoute(siteApi.read, {});
  const form = useCalendarForm(calendar, go);
  /** The special day in the dialog, by its place; null: none; the length of the list: a new one. */
  const [edited, setEdited] = useState<number | null>(null);
  const { values, set, errorOf } = form;
  const deskZone = site.data?.timeZone ?? 'UTC';
  return (
    <>
      <FormFrame
        form={form}
        isNew={!calendar}
        saveLabel={calendar ? undefined : words.create}
        onCancel={calendar ? undefined : { label: words.cancel, run: () => go({}) }}
        onShowTheirs={onShowTheirs}
      >
        <TextField
          label={words.name}
          error={errorOf('name')}
          autoFocus={!calendar}
          maxLength={100}
          value={values.name}
          onChange={(name) => set({ name })}
        />
        <ComboBox
          label={words.timeZone}
          help={words.timeZoneHelp}
          error={errorOf('timeZone')}
          choices={[{ id: 'desk', label: words.zoneOfDesk(deskZone.replaceAll('_', ' ')) }, ...zoneChoices()]}
          value={values.timeZone ?? 'desk'}
          onChange={(zone) => set({ timeZone: zone === 'desk' ? null : zone })}
        />
        <WeekEditor week={values.week} errorOf={errorOf} onChange={(week) => set({ week })} />
        <Preview values={values} zone={values.timeZone ?? deskZone} />
        <SpecialDays
          week={values.week}
          days={values.specialDays}
          error={errorOf('specialDays')}
          onEdit={setEdited}
          onChange={(specialDays) => set({ specialDays })}
        />
      </FormFrame>
      {edited !== null && (
        <SpecialDayDialog
          day={values.specialDays[edited] ?? null}
          onClose={() => setEdited(null)}
          onSave={(day) => {
            set({ specialDays: values.specialDays.toSpliced(edited, 1, day) });
            setEdited(null);
          }}
        />
      )}
    </>
  );
}

function useCalendarForm(calendar: BusinessCalendar | null, go: AdminPageProps['go']) {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  return useForm<CalendarFields>({
    saved: calendar ? fieldsOf(calendar) : UNWRITTEN,
    check: CreateCalendar,
    save: async (body) => {
      const saved = await (calendar
        ? client.call(businessHoursApi.update, { params: { calendarId: calendar.id }, body })
        : client.call(businessHoursApi.create, { body }));
      await refreshCalendars(queries);
      if (calendar) return;
      toasts.show({ text: words.added(saved.name), tone: 'positive' });
      go({ item: String(saved.id), replace: true });
    },
  });
}

/** What is written means this, now; as soon as it means anything. */
function Preview({ values: { week, specialDays }, zone }: { values: CalendarFields; zone: string }) {
  const isRight = WeekHours.safeParse(week).success && SpecialDay.array().safeParse(specialDays).success;
  return (
    <p className="hours-preview" role="status">
      <span className="hours-preview-label">{words.nowByThis}</span>
      {isRight ? (
        <OpeningBadge week={week} specialDays={specialDays} zone={zone} />
      ) : (
        <span className="hours-quiet">{words.notYet}</span>
      )}
    </p>
  );
}

function fieldsOf({ name, timeZone, week, specialDays }: BusinessCalendar): CalendarFields {
  return { name, timeZone, week, specialDays };
}
