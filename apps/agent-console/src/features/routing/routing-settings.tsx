import { ChangeRoutingSettings, routingApi } from '@bureau/contracts';
import type { RoutingSettings, WhenAway } from '@bureau/contracts';
import { keyOf, useClient, useVersioned } from '@bureau/client';
import type { Versioned } from '@bureau/client';
import { ErrorState, Select, Skeleton, TextField } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import type { Form } from '../../pieces/form/index.ts';
import { CapacityFields, capacityOf, typedCapacity } from './capacity-fields.tsx';
import type { TypedCapacity } from './capacity-fields.tsx';
import { routingPageWords as words } from './routing-page.words.ts';

interface SettingsFields {
  offerSeconds: string;
  timeoutsBeforePause: string;
  declinedMinutes: string;
  graceSeconds: string;
  whenAway: WhenAway;
  capacity: TypedCapacity;
}

const FIGURES = [
  { field: 'offerSeconds', label: words.offerSeconds, help: words.offerSecondsHelp },
  { field: 'timeoutsBeforePause', label: words.timeouts, help: undefined },
  { field: 'declinedMinutes', label: words.declined, help: undefined },
  { field: 'graceSeconds', label: words.grace, help: words.graceHelp },
] as const;
const WHEN_AWAY: readonly WhenAway[] = ['keep', 'give-back', 'reassign'];

/** How offers, time-outs and capacities are set. */
export function RoutingSettingsForm() {
  const settings = useVersioned(routingApi.settings, {});
  if (settings.data) return <SettingsForm read={settings.data} onShowTheirs={() => void settings.refetch()} />;
  if (settings.isPending) return <Skeleton rows={6} />;
  return (
    <ErrorState
      what={words.failed}
      safe={words.safe}
      onRetry={() => void settings.refetch()}
      isRetrying={settings.isFetching}
    />
  );
}

function SettingsForm({ read, onShowTheirs }: { read: Versioned<RoutingSettings>; onShowTheirs: () => void }) {
  const client = useClient();
  const queries = useQueryClient();
  const inputOf = (fields: SettingsFields) => ({
    offerSeconds: figureOf(fields.offerSeconds),
    timeoutsBeforePause: figureOf(fields.timeoutsBeforePause),
    declinedMinutes: figureOf(fields.declinedMinutes),
    graceSeconds: figureOf(fields.graceSeconds),
    whenAway: fields.whenAway,
    capacity: { ...read.value.capacity, ...capacityOf(fields.capacity) },
  });
  const save = async (fields: SettingsFields) => {
    await client.call(routingApi.changeSettings, { body: inputOf(fields) }, { ifMatch: read.version });
    await queries.invalidateQueries({ queryKey: keyOf(routingApi.settings) });
  };
  const check = { safeParse: (fields: SettingsFields) => ChangeRoutingSettings.safeParse(inputOf(fields)) };
  const form = useForm({ saved: fieldsOf(read.value), check, save });
  return (
    <FormFrame form={form} onShowTheirs={onShowTheirs}>
      <SettingsFieldset form={form} />
    </FormFrame>
  );
}

function SettingsFieldset({ form: { values, set, errorOf } }: { form: Form<SettingsFields> }) {
  return (
    <>
      {FIGURES.map(({ field, label, help }) => (
        <TextField
          key={field}
          label={label}
          help={help}
          inputMode="numeric"
          className="routing-figure"
          validationBehavior="aria"
          value={values[field]}
          onChange={(value) => set({ [field]: value })}
          error={errorOf(field)}
        />
      ))}
      <Select
        label={words.whenAway}
        choices={WHEN_AWAY.map((id) => ({ id, label: words.whenAwayChoices[id] }))}
        value={values.whenAway}
        onChange={(whenAway) => set({ whenAway })}
        error={errorOf('whenAway')}
      />
      <CapacityFields
        title={words.deskCapacity}
        help={words.deskCapacityHelp}
        value={values.capacity}
        onChange={(capacity) => set({ capacity })}
        errorOf={errorOf}
      />
    </>
  );
}

function fieldsOf(settings: RoutingSettings): SettingsFields {
  return {
    offerSeconds: String(settings.offerSeconds),
    timeoutsBeforePause: String(settings.timeoutsBeforePause),
    declinedMinutes: String(settings.declinedMinutes),
    graceSeconds: String(settings.graceSeconds),
    whenAway: settings.whenAway,
    capacity: typedCapacity(settings.capacity),
  };
}

function figureOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}
