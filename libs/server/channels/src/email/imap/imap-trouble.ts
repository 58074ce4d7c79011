/** The connection ended although nothing was wrong: servers do that, and the next one is made at once. */
export class ConnectionLost extends Error {
  override name = 'ConnectionLost';
}

/** Another worker fetches this mailbox now. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
}

interface Place {
  host: string;
  port: number;
  folder: string;
}

/** What is wrong with a mailbox, in words for the administrator who can mend it. */
export function troubleOf(error: unknown, { host, port, folder }: Place): string {
  const code = textOf(error, 'code');
  const message = error instanceof Error ? error.message : String(error);
  if (flagOf(error, 'authenticationFailed'))
    return 'The server does not accept the user name or the password. Correct them in the settings of the mailbox.';
  if (flagOf(error, 'mailboxMissing'))
    return `There is no folder ${folder} on the server. Choose another one in the settings of the mailbox.`;
  if (code === 'ENOTFOUND') return `There is no server named ${host}. Correct the name in the settings of the mailbox.`;
  if (code === 'ECONNREFUSED')
    return `Nothing answers at ${host}:${port}. Check name and port, and whether the server runs.`;
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(code)) {
    return `The certificate of ${host} cannot be trusted (${message}). Ask the provider, or correct the name of the server.`;
  }
  if (/TIMEOUT|TIMEDOUT/i.test(code)) return `${host}:${port} does not answer in time.`;
  const said = textOf(error, 'responseText');
  return said === '' ? message : `${host} says: ${said}`;
}

function textOf(error: unknown, field: string): string {
  const value: unknown = error instanceof Error ? Reflect.get(error, field) : undefined;
  return typeof value === 'string' ? value : '';
}

function flagOf(error: unknown, field: string): boolean {
  return error instanceof Error && Reflect.get(error, field) === true;
}
