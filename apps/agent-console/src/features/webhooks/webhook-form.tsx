import { CreateWebhook, UpdateWebhook, webhooksApi } from '@bureau/contracts';
import type { Webhook } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { Checkbox, IconButton, Button, TextField, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormFrame, useForm } from '../../pieces/form/index.ts';
import { newKey } from '../../plain/new-key.ts';
import { webhooksWords } from './webhooks.words.ts';

const words = webhooksWords.form;

interface Typed {
  name: string;
  url: string;
  /** Empty: the present one stays. */
  secret: string;
  enabled: boolean;
}

interface WebhookFormProps {
  /** Null: a new one. */
  webhook: Webhook | null;
  onSaved: (webhook: Webhook) => void;
  onCancel?: () => void;
}

/** What a webhook is. Its secret is seen while it is written, and never again. */
export function WebhookForm({ webhook, onSaved, onCancel }: WebhookFormProps) {
  const client = useClient();
  const queries = useQueryClient();
  const [key] = useState(newKey);
  const form = useForm<Typed>({
    saved: typedOf(webhook),
    check: webhook ? { safeParse: (typed) => UpdateWebhook.safeParse(changesOf(typed)) } : CreateWebhook,
    save: async (typed) => {
      const saved = webhook
        ? await client.call(webhooksApi.update, { params: { webhookId: webhook.id }, body: changesOf(typed) })
        : await client.call(webhooksApi.create, { body: typed }, { idempotencyKey: key });
      const routes = [webhooksApi.list, webhooksApi.get];
      await Promise.all(routes.map((route) => queries.invalidateQueries({ queryKey: keyOf(route) })));
      onSaved(saved);
    },
  });
  const { values, set, errorOf } = form;
  return (
    <FormFrame
      form={form}
      isNew={webhook === null}
      saveLabel={webhook ? undefined : words.create}
      onCancel={onCancel && { label: words.cancel, run: onCancel }}
    >
      <TextField
        label={webhooksWords.name}
        help={words.nameHelp}
        error={errorOf('name')}
        autoFocus={webhook === null}
        maxLength={100}
        validationBehavior="aria"
        value={values.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={webhooksWords.url}
        help={words.urlHelp}
        error={errorOf('url')}
        type="url"
        validationBehavior="aria"
        placeholder="https://"
        value={values.url}
        onChange={(url) => set({ url })}
      />
      <SecretField
        label={webhook ? words.newSecret : words.secret}
        help={webhook ? words.newSecretHelp : words.secretHelp}
        error={errorOf('secret')}
        value={values.secret}
        onChange={(secret) => set({ secret })}
      />
      <Checkbox help={words.enabledHelp} isSelected={values.enabled} onChange={(enabled) => set({ enabled })}>
        {words.enabled}
      </Checkbox>
    </FormFrame>
  );
}

interface SecretFieldProps {
  label: string;
  help: string;
  error: string | undefined;
  value: string;
  onChange: (secret: string) => void;
}

const SECRET_BYTES = 32;

function SecretField({ value, onChange, ...field }: SecretFieldProps) {
  const toasts = useToasts();
  const make = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
    onChange([...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  };
  const copy = () =>
    void navigator.clipboard.writeText(value).then(
      () => toasts.show({ text: words.copied, tone: 'positive' }),
      () => toasts.show({ text: words.notCopied, tone: 'danger' }),
    );
  return (
    <div className="webhook-secret">
      <TextField
        {...field}
        className="webhook-secret-field"
        autoComplete="off"
        spellCheck="false"
        maxLength={200}
        validationBehavior="aria"
        value={value}
        onChange={onChange}
      />
      <Button onPress={make}>{words.make}</Button>
      <IconButton icon="file" label={words.copy} isDisabled={value === ''} onPress={copy} />
    </div>
  );
}

function typedOf(webhook: Webhook | null): Typed {
  return { name: webhook?.name ?? '', url: webhook?.url ?? '', secret: '', enabled: webhook?.enabled ?? true };
}

function changesOf({ secret, ...typed }: Typed): UpdateWebhook {
  return secret === '' ? typed : { ...typed, secret };
}
