import { businessHoursApi } from '@bureau/contracts';
import { keyOf } from '@bureau/client';
import type { useQueryClient } from '@tanstack/react-query';

/** Reads the calendars again wherever they are shown. */
export function refreshCalendars(queries: ReturnType<typeof useQueryClient>): Promise<unknown> {
  return Promise.all(
    [businessHoursApi.list, businessHoursApi.get].map((route) => queries.invalidateQueries({ queryKey: keyOf(route) })),
  );
}
