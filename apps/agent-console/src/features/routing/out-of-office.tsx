import './routing.css';
import { routingApi } from '@bureau/contracts';
import type { RoutingState } from '@bureau/contracts';
import { useCommand } from '@bureau/client';
import { Button, Link, useNow, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { formatDate } from '../../language/format.ts';
import { absenceWords as words, isOut } from '../../pieces/absence/index.ts';
import { showRouting } from '../../pieces/routing/index.ts';
import { clockWords, dayKey, momentWords } from '../../plain/days.ts';
import { problemText } from '../../plain/problem-words.ts';

/** While I am out of office: until when, and the way back, in place of the switch for breaks. */
export function OutOfOffice({ absence }: Pick<RoutingState, 'absence'>) {
  const now = useNow();
  return absence && isOut(absence, now) ? <Away until={absence.until} /> : null;
}

function Away({ until }: { until: string }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const now = useNow();
  const returning = useCommand(routingApi.setAbsence, {
    onSuccess: (state) => {
      showRouting(queries, state);
      toasts.show({ text: words.toldBack });
    },
    onError: (error) => {
      const action = { label: words.retry, run: comeBack };
      toasts.show({ text: words.backFailed, detail: problemText(error), tone: 'danger', action });
    },
  });
  const comeBack = () => returning.mutate({ body: { absence: null } });
  const isToday = dayKey(until) === dayKey(new Date(now).toISOString());
  const short = isToday ? clockWords(until) : formatDate(until, { day: 'numeric', month: 'short' });
  return (
    <div className="routing-out" title={words.out(momentWords(until))}>
      <Link href="/account/availability" quiet className="bu-truncate">
        {words.outBriefly(short)}
      </Link>
      <Button size="small" isPending={returning.isPending} onPress={comeBack}>
        {words.back}
      </Button>
    </div>
  );
}
