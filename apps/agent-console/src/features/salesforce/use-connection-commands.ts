import { salesforceConnectionApi } from '@bureau/contracts';
import type { SalesforceSetup } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { problemText } from '../../plain/problem-words.ts';
import { salesforceWords } from './salesforce.words.ts';

const words = salesforceWords.deeds;

/** Everything that can be done with the connection as it is; what comes of it shows on the page. */
export function useConnectionCommands() {
  const queries = useQueryClient();
  const toasts = useToasts();
  const done = (text: string) => ({
    onSuccess: async (setup: SalesforceSetup) => {
      const queryKey = keyOf(salesforceConnectionApi.get, {});
      // What was asked before this was done would say how it was.
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, setup);
      toasts.show({ text });
    },
    onError: (error: Error) => void toasts.show({ tone: 'danger', text: words.notDone, detail: problemText(error) }),
  });
  const enable = useCommand(salesforceConnectionApi.enable, done(words.enabled));
  const disable = useCommand(salesforceConnectionApi.disable, done(words.disabled));
  const pause = useCommand(salesforceConnectionApi.pause, done(words.paused));
  const resume = useCommand(salesforceConnectionApi.resume, done(words.resumed));
  const check = useCommand(salesforceConnectionApi.check, done(words.checked));
  const disconnect = useCommand(salesforceConnectionApi.disconnect, done(words.disconnected));
  const removeLinks = useCommand(salesforceConnectionApi.removeLinks, done(salesforceWords.links.removed));
  return {
    enable: () => enable.mutate({}),
    disable: () => disable.mutate({}),
    pause: () => pause.mutate({}),
    resume: () => resume.mutate({}),
    check: () => check.mutate({}),
    disconnect: (organisationId: string) => disconnect.mutate({ body: { organisationId } }),
    removeLinks: (organisationId: string) => removeLinks.mutate({ body: { organisationId } }),
    isPending: [enable, disable, pause, resume, check, disconnect, removeLinks].some((command) => command.isPending),
  };
}
