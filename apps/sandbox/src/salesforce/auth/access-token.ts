import type { Call } from '../../service/call.ts';

/** The access token that a request is sent with; Salesforce takes both words for it. */
export function accessTokenOf({ headers }: Call): string | undefined {
  return /^(?:Bearer|OAuth) (.+)$/.exec(headers.authorization ?? '')?.[1];
}
