import { IntegrationKind, integrationUrlsApi } from '@bureau/contracts';
import type { IntegrationUrl } from '@bureau/contracts';
import { useClient } from '@bureau/client';
import { placeholdersFor } from '@bureau/domain';
import { Select, Switch, TextField } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { PlaceholderField } from '../../pieces/placeholders/index.ts';
import { newKey } from '../../plain/new-key.ts';
import { AudienceFields } from './audience-fields.tsx';
import { integrationUrlsWords } from './integration-urls.words.ts';
import { integrationCheck, valuesOf, wantedOf } from './integration-values.ts';
import type { IntegrationValues } from './integration-values.ts';
import { LiveAddress } from './live-address.tsx';
import { refreshIntegrations } from './use-change-integrations.ts';

const words = integrationUrlsWords.form;
const NAMES = placeholdersFor('address');
const offered = { offers: (name: string) => NAMES.includes(name), blocks: [], withFields: true };

interface IntegrationFormProps {
  /** Null: a new one. */
  integration: IntegrationUrl | null;
  /** Of what was read; a colleague's change since is not overwritten. */
  version: string | null;
  go: AdminPageProps['go'];
  onShowTheirs: () => void;
}

/** The fields of an integration, and beside them where it leads from a case. */
export function IntegrationForm(props: IntegrationFormProps) {
  const { integration, go, onShowTheirs } = props;
  const form = useIntegrationForm(props);
  const { values, set, errorOf } = form;
  return (
    <div className="integration-page">
      <FormFrame
        form={form}
        isNew={integration === null}
        saveLabel={integration ? undefined : words.create}
        onCancel={integration ? undefined : { label: words.cancel, run: () => go({}) }}
        onShowTheirs={onShowTheirs}
      >
        <TextField
          label={words.name}
          help={words.nameHelp}
          error={errorOf('name')}
          autoFocus={integration === null}
          maxLength={100}
          value={values.name}
          onChange={(name) => set({ name })}
        />
        <TextField
          label={words.description}
          help={words.descriptionHelp}
          error={errorOf('description')}
          maxLength={1000}
          value={values.description}
          onChange={(description) => set({ description })}
        />
        <Select
          label={words.kind}
          help={words.kindHelp[values.kind]}
          choices={IntegrationKind.options.map((id) => ({ id, label: integrationUrlsWords.kinds[id] }))}
          value={values.kind}
          onChange={(kind) => set({ kind })}
          error={errorOf('kind')}
        />
        <PlaceholderField
          offered={offered}
          label={words.markup}
          help={words.markupHelp}
          error={errorOf('markup')}
          rows={3}
          maxLength={4000}
          isSource
          value={values.markup}
          onChange={(markup) => set({ markup })}
        />
        {values.kind !== 'link' && (
          <TextField
            label={words.height}
            help={words.heightHelp}
            error={errorOf('height')}
            inputMode="numeric"
            maxLength={3}
            validationBehavior="aria"
            value={values.height}
            onChange={(height) => set({ height })}
          />
        )}
        <AudienceFields values={values} errorOf={errorOf} onChange={set} />
        <Switch isSelected={values.enabled} onChange={(enabled) => set({ enabled })} help={words.enabledHelp}>
          {words.enabled}
        </Switch>
      </FormFrame>
      <LiveAddress kind={values.kind} markup={values.markup} />
    </div>
  );
}

function useIntegrationForm({ integration, version, go }: IntegrationFormProps) {
  const client = useClient();
  const queries = useQueryClient();
  const [key] = useState(newKey);
  return useForm<IntegrationValues>({
    saved: valuesOf(integration),
    check: integrationCheck,
    save: async (values) => {
      const body = wantedOf(values);
      if (integration === null) {
        const made = await client.call(integrationUrlsApi.create, { body }, { idempotencyKey: key });
        await refreshIntegrations(queries);
        go({ item: String(made.id), replace: true });
        return;
      }
      const params = { integrationUrlId: integration.id };
      await client.call(integrationUrlsApi.update, { params, body }, { ifMatch: version ?? undefined });
      await refreshIntegrations(queries);
    },
  });
}
