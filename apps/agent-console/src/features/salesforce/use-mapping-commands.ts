import { salesforceMappingsApi } from '@bureau/contracts';
import type { ChangeMapping, CreateMapping, Mapping, SyncObject } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { problemText } from '../../plain/problem-words.ts';
import { objectWords } from './salesforce-objects.words.ts';

const words = objectWords.mappings;

/** What can be done with the pairs of fields of an object. */
export function useMappingCommands(object: SyncObject) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const read = () => queries.invalidateQueries({ queryKey: keyOf(salesforceMappingsApi.ofObject) });
  const onError = (error: Error) =>
    void toasts.show({ tone: 'danger', text: words.notSaved, detail: problemText(error) });
  const say = async (text: string) => {
    toasts.show({ text });
    await read();
  };
  const create = useCommand(salesforceMappingsApi.create, {
    onSuccess: ({ deskLabel, salesforceLabel }) => say(words.added(deskLabel, salesforceLabel)),
    onError,
  });
  const update = useCommand(salesforceMappingsApi.update, { onSuccess: () => say(words.saved), onError });
  const remove = useCommand(salesforceMappingsApi.remove, { onError });
  const display = useCommand(salesforceMappingsApi.display, { onSuccess: read, onError });
  return {
    create: (body: CreateMapping, after: () => void) => create.mutate({ body }, { onSuccess: after }),
    change: ({ id }: Mapping, body: ChangeMapping, after?: () => void) =>
      update.mutate({ params: { mappingId: id }, body }, { onSuccess: after }),
    remove: ({ id, deskLabel }: Mapping) =>
      remove.mutate({ params: { mappingId: id } }, { onSuccess: () => void say(words.removed(deskLabel)) }),
    display: (fields: readonly string[]) => display.mutate({ params: { object }, body: { fields: [...fields] } }),
    isPending: [create, update, remove, display].some((command) => command.isPending),
  };
}
