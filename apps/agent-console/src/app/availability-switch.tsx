import { routingApi } from '@bureau/contracts';
import { useCommand } from '@bureau/client';
import { Button, Link, Switch, useNow, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { formatDate } from '../language/format.ts';
import { clockWords, dayKey, momentWords } from '../plain/days.ts';
import { problemText } from '../plain/problem-words.ts';
import { showRouting, useRouting } from '../pieces/routing/index.ts';
import { railWords as words } from './rail.words.ts';
import { useAvailability } from './use-availability.ts';

/** Whether routing hands me new cases; while I am out of office, until when, and the way back. */
export function AvailabilitySwitch() {
  const { isAvailable, setAvailable } = useAvailability();
  const absence = useRouting()?.absence;
  const now = useNow();
  if (absence && Date.parse(absence.from) <= now && now < Date.parse(absence.until)) {
    return <OutOfOffice until={absence.until} now={now} />;
  }
  return (
    <div className="rail-availability" title={words.availabilityHelp}>
      <Switch isSelected={isAvailable} onChange={setAvailable}>
        {isAvailable ? words.available : words.away}
      </Switch>
    </div>
  );
}

function OutOfOffice({ until, now }: { until: string; now: number }) {
  const isToday = dayKey(until) === dayKey(new Date(now).toISOString());
  const short = isToday ? clockWords(until) : formatDate(until, { day: 'numeric', month: 'short' });
  const queries = useQueryClient();
  const toasts = useToasts();
  const returning = useCommand(routingApi.setAbsence, {
    onSuccess: (state) => {
      showRouting(queries, state);
      toasts.show({ text: words.toldBack });
    },
    onError: (error) => {
      const action = { label: words.retry, run: comeBack };
      toasts.show({ text: words.availabilityFailed, detail: problemText(error), tone: 'danger', action });
    },
  });
  const comeBack = () => returning.mutate({ body: { absence: null } });
  return (
    <div className="rail-out" title={words.outUntil(momentWords(until))}>
      <Link href="/account/availability" quiet className="bu-truncate">
        {words.outUntil(short)}
      </Link>
      <Button size="small" isPending={returning.isPending} onPress={comeBack}>
        {words.back}
      </Button>
    </div>
  );
}
