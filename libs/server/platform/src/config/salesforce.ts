import { z } from 'zod';
import { isOnThisMachine } from './networks.ts';

/** Salesforce as this desk reaches it: one app of its own (an External Client App), whose keys stand in the environment. */
export interface SalesforceConfig {
  /** Where people sign in and keys are renewed, without a slash at the end; a sandbox on this machine has its own. */
  loginUrl: string;
  /** E.g. 62.0. */
  version: string;
  client: { id: string; secret: string | undefined } | null;
  /** Signs in without anybody (JWT bearer): whom the desk is then, and the file with the private key. */
  key: { username: string; file: string } | null;
  /** Whether the desk listens for what Salesforce tells of changes at once, beside asking for them. */
  changeEvents: boolean;
}

export const SalesforceVariables = z.object({
  NODE_ENV: z.string().optional(),
  SF_LOGIN_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL starting with https://' })
    .default('https://login.salesforce.com'),
  SF_CLIENT_ID: z.string().optional(),
  SF_CLIENT_SECRET: z.string().optional(),
  SF_API_VERSION: z
    .string()
    .regex(/^[1-9]\d{1,2}\.0$/, 'must be a version such as 62.0')
    .default('62.0'),
  SF_JWT_USERNAME: z.string().optional(),
  SF_JWT_KEY_FILE: z.string().optional(),
  SF_CHANGE_EVENTS: z.enum(['on', 'off'], 'must be on or off').default('off'),
});

type Variables = z.infer<typeof SalesforceVariables>;

export function salesforceFrom(values: Variables): SalesforceConfig {
  const { SF_CLIENT_ID: id, SF_JWT_USERNAME: username, SF_JWT_KEY_FILE: file } = values;
  return {
    loginUrl: new URL(values.SF_LOGIN_URL).origin,
    version: values.SF_API_VERSION,
    client: id === undefined ? null : { id, secret: values.SF_CLIENT_SECRET },
    key: username === undefined || file === undefined ? null : { username, file },
    changeEvents: values.SF_CHANGE_EVENTS === 'on',
  };
}

/** Half a pair of keys, addresses that keys must not travel to, and ones that are no place to sign in. */
export function problemsOfSalesforce(values: Variables): string[] {
  const problems: string[] = [];
  if (values.SF_CLIENT_SECRET !== undefined && values.SF_CLIENT_ID === undefined)
    problems.push('SF_CLIENT_SECRET needs SF_CLIENT_ID beside it.');
  if ((values.SF_JWT_USERNAME === undefined) !== (values.SF_JWT_KEY_FILE === undefined))
    problems.push('SF_JWT_USERNAME and SF_JWT_KEY_FILE belong together: set both or none.');
  if (values.SF_JWT_USERNAME !== undefined && values.SF_CLIENT_ID === undefined)
    problems.push('SF_JWT_USERNAME needs SF_CLIENT_ID beside it.');

  const { protocol, hostname } = new URL(values.SF_LOGIN_URL);
  const isHere = isOnThisMachine(hostname.replace(/^\[|\]$/g, ''));
  if (protocol === 'http:' && !isHere)
    problems.push('SF_LOGIN_URL must start with https:// unless it leads to this machine: keys travel there.');
  else if (!isHere && !/\.salesforce\.com$/.test(hostname))
    problems.push(
      'SF_LOGIN_URL must be https://login.salesforce.com, https://test.salesforce.com or https://….my.salesforce.com.',
    );
  return problems;
}
