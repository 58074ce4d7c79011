import { businessHoursApi } from '@bureau/contracts';
import type { BusinessCalendar } from '@bureau/contracts';
import { useCommand } from '@bureau/client';
import { Banner, Button, ConfirmDialog, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { useLinks, WhatLinksHere } from '../../pieces/what-links-here/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { refreshCalendars } from './refresh-calendars.ts';
import { businessHoursWords as words } from './business-hours.words.ts';

/** Deletes a calendar, once it is clear which brands keep it. */
export function RemoveCalendar({ calendar, go }: { calendar: BusinessCalendar; go: AdminPageProps['go'] }) {
  const [isOpen, setOpen] = useState(false);
  const links = useLinks('business-calendar', calendar.id, isOpen);
  const queries = useQueryClient();
  const toasts = useToasts();
  const remove = useCommand(businessHoursApi.delete, {
    onSuccess: () => {
      toasts.show({ text: words.removed(calendar.name) });
      go({ replace: true });
      void refreshCalendars(queries);
    },
  });
  const brands = links.data?.items.find(({ noun }) => noun === 'brand')?.count ?? 0;
  return (
    <>
      <Button icon="trash" onPress={() => setOpen(true)}>
        {words.remove}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={() => remove.mutate({ params: { calendarId: calendar.id } })}
        isPending={remove.isPending || links.isPending}
        title={words.removeTitle(calendar.name)}
        losses={[words.losses.days, ...(brands > 0 ? [words.losses.brands(brands)] : [])]}
        confirmLabel={words.remove}
      >
        <div className="hours-remove">
          <WhatLinksHere links={links} />
          {remove.error && <Banner tone="danger">{problemText(remove.error)}</Banner>}
        </div>
      </ConfirmDialog>
    </>
  );
}
