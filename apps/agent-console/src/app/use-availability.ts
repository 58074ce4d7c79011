import { preferencesApi, sessionApi } from '@bureau/contracts';
import type { Session } from '@bureau/contracts';
import { keyOf, useCommand, useSession } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { problemText } from '../plain/problem-words.ts';
import { railWords as words } from './rail.words.ts';

/** Whether I take new cases, and how to say otherwise: on the screen at once, and back again when the desk refuses. */
export function useAvailability(): { isAvailable: boolean; setAvailable: (available: boolean) => void } {
  const { available: isAvailable } = useSession();
  const queries = useQueryClient();
  const toasts = useToasts();
  const show = (available: boolean) =>
    queries.setQueryData<Session | null>(
      keyOf(sessionApi.whoAmI, {}),
      (session) => session && { ...session, available },
    );
  const command = useCommand(preferencesApi.setAvailability, {
    onMutate: ({ body }) => show(body.available),
    onSuccess: ({ available }) => {
      show(available);
      toasts.show({ text: available ? words.toldAvailable : words.toldAway, onUndo: () => setAvailable(!available) });
    },
    onError: (error, { body }) => {
      show(!body.available);
      const action = { label: words.retry, run: () => setAvailable(body.available) };
      toasts.show({ text: words.availabilityFailed, detail: problemText(error), tone: 'danger', action });
    },
  });
  const setAvailable = (available: boolean) => command.mutate({ body: { available } });
  return { isAvailable, setAvailable };
}
