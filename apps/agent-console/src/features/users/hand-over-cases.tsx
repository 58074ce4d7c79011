import { bulkApi, filtersApi, usersApi } from '@bureau/contracts';
import type { UserDetails } from '@bureau/contracts';
import { can, keyOf, useClient, useCommand, useRoute, useSession } from '@bureau/client';
import { Banner, Button, Dialog, Select, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../../plain/problem-words.ts';
import { seededName } from '../../plain/seeded-names.ts';
import { openCasesOf } from './open-cases-of.ts';
import { usersWords as words } from './users.words.ts';

const NOBODY = 'nobody';

/** Gives the open cases of somebody to a colleague, or to nobody in particular; it can be taken back. */
export function HandOverCases({ user, count }: { user: UserDetails; count: number }) {
  const session = useSession();
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [isOpen, setOpen] = useState(false);
  const [heir, setHeir] = useState(NOBODY);
  const users = useRoute(usersApi.list, {}).data?.items.filter(({ id }) => id !== user.id) ?? [];
  const look = () => void queries.invalidateQueries({ queryKey: keyOf(filtersApi.preview) });
  const undo = (bulkId: number) =>
    void client.call(bulkApi.undo, { params: { bulkId } }).then(look, (error: unknown) => {
      toasts.show({ text: problemText(error), tone: 'danger' });
    });
  const change = useCommand(bulkApi.change, {
    onSuccess: ({ id, total }) => {
      toasts.show({ text: words.handing(total), tone: 'positive', onUndo: () => undo(id) });
      setOpen(false);
      look();
    },
  });
  if (!can(session, bulkApi.change)) return null;
  const assigneeId = heir === NOBODY ? null : Number(heir);
  const run = () => change.mutate({ body: { conditions: openCasesOf(user.id), changes: { assigneeId } } });
  const actions = (
    <>
      <Button onPress={() => setOpen(false)}>{words.cancel}</Button>
      <Button variant="primary" isPending={change.isPending} onPress={run}>
        {words.handOver}
      </Button>
    </>
  );
  return (
    <>
      <Button onPress={() => setOpen(true)}>{words.handOver}</Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={words.handOverTitle(user.name, count)}
        actions={actions}
      >
        {change.error && <Banner tone="danger">{problemText(change.error)}</Banner>}
        <Select
          label={words.handOverTo}
          help={words.handOverHelp}
          choices={[
            { id: NOBODY, label: words.nobody },
            ...users.map(({ id, name, role }) => ({
              id: String(id),
              label: name,
              detail: seededName('roles', role.name),
            })),
          ]}
          value={heir}
          onChange={setHeir}
        />
      </Dialog>
    </>
  );
}
