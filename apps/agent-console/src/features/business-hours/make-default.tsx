import { businessHoursApi } from '@bureau/contracts';
import type { BusinessCalendar } from '@bureau/contracts';
import { useCommand } from '@bureau/client';
import { Button, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { problemText } from '../../plain/problem-words.ts';
import { refreshCalendars } from './refresh-calendars.ts';
import { businessHoursWords as words } from './business-hours.words.ts';

/** Gives a calendar to every brand that has chosen none. */
export function MakeDefault({ calendar: { id, name } }: { calendar: BusinessCalendar }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const make = useCommand(businessHoursApi.update, {
    onSuccess: async () => {
      await refreshCalendars(queries);
      toasts.show({ text: words.madeDefault(name), tone: 'positive' });
    },
    onError: (error) => toasts.show({ text: words.notSaved, detail: problemText(error), tone: 'danger' }),
  });
  return (
    <Button
      isPending={make.isPending}
      onPress={() => make.mutate({ params: { calendarId: id }, body: { isDefault: true } })}
    >
      {words.makeDefault}
    </Button>
  );
}
