import { ChangeRoutingAgent, routingApi } from '@bureau/contracts';
import type { BoardAgent, Channel } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { Banner, Button, Dialog, TextField } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from '../../pieces/form/index.ts';
import { CapacityFields, capacityOf, typedCapacity } from './capacity-fields.tsx';
import type { TypedCapacity } from './capacity-fields.tsx';
import { routingPageWords as words } from './routing-page.words.ts';

interface AgentFields {
  capacity: TypedCapacity;
  /** Divided by commas. */
  languages: string;
}

const inputOf = ({ capacity, languages }: AgentFields) => ({
  capacity: capacityOf(capacity),
  languages: languages
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((one) => one !== ''),
});
const check = { safeParse: (fields: AgentFields) => ChangeRoutingAgent.safeParse(inputOf(fields)) };

/** How many cases one agent has at once, and which languages he speaks. */
export function AgentDialog({ agent, onClose }: { agent: BoardAgent; onClose: () => void }) {
  const client = useClient();
  const queries = useQueryClient();
  const userId = agent.user.id;
  const save = async (fields: AgentFields) => {
    await client.call(routingApi.changeAgent, { params: { userId }, body: inputOf(fields) });
    await queries.invalidateQueries({ queryKey: keyOf(routingApi.board) });
  };
  const saved = { capacity: typedCapacity(agent.capacity), languages: agent.languages.join(', ') };
  const form = useForm({ saved, save, check, isUnguarded: true });
  const { values, set, errorOf } = form;
  const submit = async () => {
    if (await form.submit()) onClose();
  };
  const languageError =
    errorOf('languages') ?? inputOf(values).languages.flatMap((_, at) => errorOf(`languages.${at}`) ?? [])[0];
  const deskHas = (channel: Channel) => agent.load.find((one) => one.channel === channel)?.capacity;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.settingsOf(agent.user.name)}
      actions={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isPending={form.isSaving} onPress={() => void submit()}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="routing-form">
        {form.error && <Banner tone="danger">{form.error}</Banner>}
        <CapacityFields
          title={words.capacity}
          help={words.capacityHelp}
          value={values.capacity}
          placeholderOf={(channel) => String(deskHas(channel) ?? '')}
          onChange={(capacity) => set({ capacity })}
          errorOf={errorOf}
        />
        <TextField
          label={words.languages}
          help={words.languagesHelp}
          value={values.languages}
          onChange={(languages) => set({ languages })}
          error={languageError}
        />
      </div>
    </Dialog>
  );
}
