import { routingApi, SetAbsence } from '@bureau/contracts';
import type { RoutingState } from '@bureau/contracts';
import { can, keyOf, useClient, useRoute, useSession } from '@bureau/client';
import { Banner, EmptyState, ErrorState, Skeleton, useNow } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  AbsenceFields,
  absenceOf,
  absenceWords,
  isOut,
  sayAbsenceWhole,
  typedAbsence,
  useAbsences,
} from '../../pieces/absence/index.ts';
import type { TypedAbsence } from '../../pieces/absence/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { showRouting } from '../../pieces/routing/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { settingsWords } from './settings.words.ts';

const words = settingsWords.availability;

/** When I am out of office, and who stands in. */
export function AbsenceSection() {
  const session = useSession();
  const mayBeGiven = can(session, routingApi.setAbsence);
  const routing = useRoute(routingApi.mine, {}, { enabled: mayBeGiven });
  if (!mayBeGiven) return <EmptyState icon="user">{words.forbidden}</EmptyState>;
  if (routing.isPending) return <Skeleton rows={4} />;
  if (!routing.data) {
    const retry = () => void routing.refetch();
    return <ErrorState what={words.failed} safe={words.safe} advice={problemText(routing.error)} onRetry={retry} />;
  }
  return <AbsenceForm routing={routing.data} />;
}

function AbsenceForm({ routing: { absence, whenAway } }: { routing: RoutingState }) {
  const { user } = useSession();
  const client = useClient();
  const queries = useQueryClient();
  const now = useNow();
  const [begun] = useState(now);
  const standIn = useAbsences().get(user.id)?.standIn ?? null;
  const form = useForm<{ absence: TypedAbsence }>({
    saved: { absence: typedAbsence(absence, begun) },
    check: { safeParse: ({ absence: typed }) => SetAbsence.safeParse(absenceOf(typed)) },
    save: async ({ absence: typed }) => {
      showRouting(queries, await client.call(routingApi.setAbsence, { body: absenceOf(typed) }));
      await queries.invalidateQueries({ queryKey: keyOf(routingApi.absences) });
    },
  });
  return (
    <section>
      <p>{words.lead}</p>
      {absence && (
        <Banner tone={isOut(absence, now) ? 'caution' : 'accent'}>
          {sayAbsenceWhole({ ...absence, standIn }, now)}
        </Banner>
      )}
      <FormFrame form={form}>
        <AbsenceFields
          userId={user.id}
          standIn={standIn}
          value={form.values.absence}
          onChange={(typed) => form.set({ absence: typed })}
          errorOf={form.errorOf}
        />
        {form.values.absence.isOut && <p>{absenceWords.leaving[whenAway]}</p>}
      </FormFrame>
    </section>
  );
}
