import { Select } from '@bureau/ui';
import { actionsFieldWords as words } from './actions.words.ts';
import { UNCHOSEN } from './new-action.ts';
import { useWebhookNames } from '../webhook-names/index.ts';

interface ChooseWebhookProps {
  value: number;
  error: string | undefined;
  onChange: (webhookId: number) => void;
}

/** One of the programs that an administrator has named. */
export function ChooseWebhook({ value, error, onChange }: ChooseWebhookProps) {
  const webhooks = useWebhookNames() ?? [];
  return (
    <Select
      aria-label={words.webhook}
      placeholder={webhooks.length === 0 ? words.noWebhooks : undefined}
      choices={webhooks.map(({ id, name }) => ({ id: String(id), label: name }))}
      value={value === UNCHOSEN ? null : String(value)}
      error={error && (value === UNCHOSEN ? words.choose.webhookId : error)}
      onChange={(id) => onChange(Number(id))}
    />
  );
}
