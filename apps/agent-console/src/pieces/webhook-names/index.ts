export { useMayCallWebhooks, useWebhookNames } from './use-webhook-names.ts';
