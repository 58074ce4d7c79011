import { ChangeRoutingAgent, routingApi, SetAbsence } from '@bureau/contracts';
import type { BoardAgent, Channel } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { Banner, Button, Dialog, TextField, useNow } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AbsenceFields, absenceOf, typedAbsence } from '../../pieces/absence/index.ts';
import type { TypedAbsence } from '../../pieces/absence/index.ts';
import { sameValues, useForm } from '../../pieces/form/index.ts';
import { CapacityFields, capacityOf, typedCapacity } from './capacity-fields.tsx';
import type { TypedCapacity } from './capacity-fields.tsx';
import { routingPageWords as words } from './routing-page.words.ts';

interface AgentFields {
  capacity: TypedCapacity;
  /** Divided by commas. */
  languages: string;
  absence: TypedAbsence;
}

const inputOf = ({ capacity, languages }: AgentFields) => ({
  capacity: capacityOf(capacity),
  languages: languages
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((one) => one !== ''),
});
const Input = ChangeRoutingAgent.extend(SetAbsence.shape);
const check = {
  safeParse: (fields: AgentFields) => Input.safeParse({ ...inputOf(fields), ...absenceOf(fields.absence) }),
};

/** How many cases one agent has at once, which languages he speaks, and when he is out of office. */
export function AgentDialog({ agent, onClose }: { agent: BoardAgent; onClose: () => void }) {
  const client = useClient();
  const queries = useQueryClient();
  const userId = agent.user.id;
  const now = useNow();
  const [begun] = useState(now);
  const { absence } = agent;
  const saved: AgentFields = {
    capacity: typedCapacity(agent.capacity),
    languages: agent.languages.join(', '),
    absence: typedAbsence(absence && { ...absence, standInId: absence.standIn?.id ?? null }, begun),
  };
  const save = async (fields: AgentFields) => {
    // What may be refused comes first: then nothing of the rest is saved.
    if (!sameValues(fields.absence, saved.absence)) {
      await client.call(routingApi.setAbsenceOf, { params: { userId }, body: absenceOf(fields.absence) });
    }
    await client.call(routingApi.changeAgent, { params: { userId }, body: inputOf(fields) });
    await Promise.all([
      queries.invalidateQueries({ queryKey: keyOf(routingApi.board) }),
      queries.invalidateQueries({ queryKey: keyOf(routingApi.absences) }),
    ]);
  };
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
        <AbsenceFields
          userId={userId}
          standIn={absence?.standIn ?? null}
          value={values.absence}
          onChange={(typed) => set({ absence: typed })}
          errorOf={errorOf}
        />
      </div>
    </Dialog>
  );
}
