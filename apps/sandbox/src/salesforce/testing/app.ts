import { Connection } from 'jsforce';
import type { Sandbox } from '../../start-sandbox.ts';

/** The unmodified library, signed in as a user of the sandbox's organisation. */
export function connectionTo(sandbox: Sandbox, username?: string): Connection {
  const { accessToken, instanceUrl } = sandbox.salesforce.grant(username);
  return new Connection({
    version: '62.0',
    instanceUrl,
    accessToken,
    callOptions: { client: 'DeskConnect' },
    maxRequest: 20,
  });
}

/** Raw HTTP for what the library does not show: statuses and headers. */
export function rawTo(sandbox: Sandbox, username?: string) {
  const { accessToken, instanceUrl } = sandbox.salesforce.grant(username);
  return async (method: string, path: string, given: { body?: unknown; headers?: Record<string, string> } = {}) => {
    const response = await fetch(`${instanceUrl}/services/data/v62.0${path}`, {
      method,
      headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json', ...given.headers },
      body: given.body === undefined ? undefined : JSON.stringify(given.body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  };
}
