import { CaseStatus, ChatterSettings, salesforceChatterApi } from '@bureau/contracts';
import { keyOf, useClient, useRoute } from '@bureau/client';
import { placeholdersFor } from '@bureau/domain';
import { Banner, Checkbox, ErrorState, Skeleton } from '@bureau/ui';
import { ComboBox } from '@bureau/ui/parts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { PlaceholderField } from '../../pieces/placeholders/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { chatterWords as words } from './salesforce-chatter.words.ts';

const NAMES = placeholdersFor('post');
const offered = { offers: (name: string) => NAMES.includes(name), blocks: [], withFields: true };

/** When and what the desk posts to the feed of a case. */
export function Chatter() {
  const settings = useRoute(salesforceChatterApi.get, {});
  if (settings.data) return <ChatterForm saved={settings.data} />;
  if (settings.isPending) return <Skeleton rows={6} />;
  return (
    <ErrorState
      what={words.failed}
      safe={words.safe}
      advice={problemText(settings.error)}
      onRetry={() => void settings.refetch()}
      isRetrying={settings.isFetching}
    />
  );
}

function ChatterForm({ saved }: { saved: ChatterSettings }) {
  const client = useClient();
  const queries = useQueryClient();
  const form = useForm<ChatterSettings>({
    saved,
    save: async (body) => {
      queries.setQueryData(
        keyOf(salesforceChatterApi.get, {}),
        await client.call(salesforceChatterApi.update, { body }),
      );
    },
    check: ChatterSettings,
  });
  const { values, set, errorOf } = form;
  const mention = (id: string) => set({ template: `${values.template} @[${id}]`.trimStart() });
  return (
    <FormFrame form={form}>
      <AdminSection title={words.title} lead={words.lead}>
        <Checkbox isSelected={values.enabled} onChange={(enabled) => set({ enabled })}>
          {words.enabled}
        </Checkbox>
        <fieldset className="salesforce-group">
          <legend className="bu-field-label">{words.when}</legend>
          {CaseStatus.options.map((status) => (
            <Checkbox
              key={status}
              isSelected={values.statuses.includes(status)}
              onChange={(on) => set({ statuses: withStatus(values.statuses, status, on) })}
            >
              {words.statuses[status]}
            </Checkbox>
          ))}
          {errorOf('statuses') !== undefined && <Banner tone="danger">{errorOf('statuses')}</Banner>}
        </fieldset>
        <PlaceholderField
          offered={offered}
          label={words.template}
          help={words.templateHelp}
          error={errorOf('template')}
          rows={4}
          value={values.template}
          onChange={(template) => set({ template })}
          hasHint
        />
        <Mention onChoose={mention} />
      </AdminSection>
    </FormFrame>
  );
}

/** Users of the organisation, found by name. */
function Mention({ onChoose }: { onChoose: (id: string) => void }) {
  const [typed, type] = useState('');
  const [turn, take] = useState(0);
  const found = useRoute(salesforceChatterApi.people, { query: { words: typed.trim() } }, { keepPrevious: true });
  if (found.isError && !found.data) return <Banner tone="caution">{words.peopleFailed}</Banner>;
  return (
    <div className="salesforce-pairing">
      <ComboBox
        // Whoever was chosen is in the post; the list begins anew.
        key={turn}
        label={words.mention}
        help={words.mentionHelp}
        choices={(found.data?.items ?? []).map(({ id, name, username }) => ({ id, label: name, detail: username }))}
        value={null}
        onSearch={type}
        onChange={(id) => {
          if (id === null) return;
          onChoose(id);
          type('');
          take(turn + 1);
        }}
      />
    </div>
  );
}

function withStatus(statuses: readonly CaseStatus[], status: CaseStatus, on: boolean): CaseStatus[] {
  return CaseStatus.options.filter((one) => (one === status ? on : statuses.includes(one)));
}
