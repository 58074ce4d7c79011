import { brandsApi, businessHoursApi } from '@bureau/contracts';
import type { BusinessCalendar } from '@bureau/contracts';
import { can, keyOf, useCommand, useRoute, useSession } from '@bureau/client';
import { Select, Skeleton, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { nameInWords } from './hours-in-words.ts';
import { businessHoursWords as words } from './business-hours.words.ts';

/** Which calendar each brand keeps; saved as soon as it is chosen. */
export function BrandHours({ calendars }: { calendars: readonly BusinessCalendar[] }) {
  const session = useSession();
  const brands = useRoute(brandsApi.list, {}, { enabled: can(session, brandsApi.list) });
  const queries = useQueryClient();
  const toasts = useToasts();
  const choose = useCommand(businessHoursApi.chooseForBrand, {
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(businessHoursApi.list) }),
    onError: (error) => toasts.show({ text: words.notSaved, detail: problemText(error), tone: 'danger' }),
  });
  if (!can(session, brandsApi.list) || calendars.length < 2) return null;
  const standard = calendars.find(({ isDefault }) => isDefault);
  const choices = [
    { id: 'default', label: words.asTheDesk(standard ? nameInWords(standard) : '') },
    ...calendars.map((calendar) => ({ id: String(calendar.id), label: nameInWords(calendar) })),
  ];
  /** While it is being saved, what was chosen already stands there. */
  const chosenFor = (brandId: number) => {
    const wanted = choose.isPending && choose.variables.params.brandId === brandId ? choose.variables.body : null;
    if (wanted) return wanted.calendarId === null ? 'default' : String(wanted.calendarId);
    return String(calendars.find(({ brandIds }) => brandIds.includes(brandId))?.id ?? 'default');
  };
  return (
    <AdminSection title={words.brands} lead={words.brandsLead}>
      {brands.isPending && <Skeleton rows={2} />}
      <ul className="hours-brands">
        {brands.data?.items.map(({ id, name }) => (
          <li key={id}>
            <Select
              label={name}
              choices={choices}
              value={chosenFor(id)}
              onChange={(next) =>
                choose.mutate({
                  params: { brandId: id },
                  body: { calendarId: next === 'default' ? null : Number(next) },
                })
              }
            />
          </li>
        ))}
      </ul>
    </AdminSection>
  );
}
