import { keyOf, useClient, useRoute } from '@bureau/client';
import { rolesApi, usersApi } from '@bureau/contracts';
import { Banner, Button, Dialog, Icon, Select, TextArea, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Members } from '../../pieces/members/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { seededName } from '../../plain/seeded-names.ts';
import { readAddresses } from './addresses.ts';
import { usersWords } from './users.words.ts';

const words = usersWords.inviting;

/** What became of one invitation; null: it was sent. */
type Results = ReadonlyMap<string, string | null>;

/** Invites several people at once, and says of each address what became of it. What failed stays to be corrected. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [roleId, setRoleId] = useState<string | null>(null);
  const [groupIds, setGroupIds] = useState<number[]>([]);
  const [results, setResults] = useState<Results>(new Map());
  const [isAsked, setAsked] = useState(false);
  const roles = useRoute(rolesApi.list, {}).data?.items ?? [];
  const groups = useRoute(usersApi.groups, {}).data?.items ?? [];
  const chosenRole = roleId ?? String(roles.find(({ key }) => key === 'agent')?.id ?? '');
  const { invitees, wrong } = readAddresses(text);
  const { invite, isPending } = useInvite();
  const submit = async () => {
    setAsked(true);
    if (invitees.length === 0) return;
    const outcome = await invite(invitees, { roleId: Number(chosenRole), groupIds });
    setResults(outcome);
    const failed = invitees.filter(({ email }) => outcome.get(email) !== null);
    setText([...failed.map(({ email }) => email), ...wrong].join('\n'));
    setAsked(false);
    if (failed.length + wrong.length === 0) onClose();
  };
  const fault = wrong.length > 0 ? words.wrong(wrong.join(', ')) : words.none;
  const actions = (
    <>
      <Button onPress={onClose}>{words.close}</Button>
      <Button variant="primary" isPending={isPending} onPress={() => void submit()}>
        {words.send(invitees.length)}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={words.title} size="wide" actions={actions}>
      <div className="invite">
        <TextArea
          label={words.addresses}
          help={words.addressesHelp}
          rows={4}
          autoFocus
          validationBehavior="aria"
          value={text}
          onChange={setText}
          error={isAsked && (invitees.length === 0 || wrong.length > 0) ? fault : undefined}
        />
        <Select
          label={usersWords.role}
          choices={roles.map(({ id, key, name, description }) => ({
            id: String(id),
            label: seededName('roles', name, key),
            detail: description,
          }))}
          value={chosenRole}
          onChange={setRoleId}
        />
        <Members
          label={usersWords.groups}
          add={usersWords.addGroup}
          none={usersWords.noGroups}
          all={groups}
          chosen={groupIds}
          onChange={setGroupIds}
        />
        {results.size > 0 && <ResultList results={results} />}
      </div>
    </Dialog>
  );
}

function ResultList({ results }: { results: Results }) {
  const failed = [...results.values()].filter((reason) => reason !== null).length;
  return (
    <>
      <Banner tone={failed > 0 ? 'caution' : 'positive'}>{words.outcome(results.size - failed, failed)}</Banner>
      <ul className="invite-results">
        {[...results].map(([email, reason]) => (
          <li key={email}>
            <Icon name={reason === null ? 'check' : 'alert'} size={14} /> <strong>{email}</strong>{' '}
            {reason ?? words.sent}
          </li>
        ))}
      </ul>
    </>
  );
}

function useInvite() {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [isPending, setPending] = useState(false);
  const invite = async (
    invitees: readonly { email: string; name: string }[],
    { roleId, groupIds }: { roleId: number; groupIds: number[] },
  ): Promise<Results> => {
    setPending(true);
    const results = new Map<string, string | null>();
    for (const { email, name } of invitees) {
      try {
        await client.call(usersApi.invite, { body: { email, name: name.slice(0, 100), roleId, groupIds } });
        results.set(email, null);
      } catch (error) {
        results.set(email, problemText(error));
      }
    }
    setPending(false);
    const sent = [...results.values()].filter((reason) => reason === null).length;
    if (sent > 0) toasts.show({ text: words.outcome(sent, 0), tone: 'positive' });
    void queries.invalidateQueries({ queryKey: keyOf(usersApi.list) });
    return results;
  };
  return { invite, isPending };
}
