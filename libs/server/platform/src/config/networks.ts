import { z } from 'zod';

/** X as this desk reaches it (developer.x.com: one app, whose keys stand in the environment). */
export interface XConfig {
  /**
   * Where the socket to X leads instead, for a sandbox: URLs, Host header and signatures stay those of X. Null: to X.
   */
  socket: { host: string; port: number } | null;
  /** Where people sign in; replaces https://x.com and https://api.x.com in the addresses that a browser is sent to. */
  authorizeOrigin: string | null;
  /** OAuth 2: accounts are connected this way when it is there. */
  client: { id: string; secret: string | undefined } | null;
  /** OAuth 1.0a, and what signs webhooks (the consumer key). */
  app: { key: string; secret: string } | null;
  /** App-only token: stream and webhooks. */
  bearer: string | null;
}

/** Facebook as this desk reaches it (developers.facebook.com: one app). */
export interface FacebookConfig {
  /** Without a slash at the end. */
  graphUrl: string;
  /** Where people sign in. */
  dialogUrl: string;
  /** E.g. v25.0. */
  version: string;
  app: { id: string; secret: string } | null;
  /** What Facebook must say when it verifies our webhook. */
  verifyToken: string | null;
}

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be a URL starting with https://' });

const socket = z
  .string()
  .regex(/^(\[[0-9a-f:]+\]|[^\s:/]+):\d{1,5}$/i, 'must be a host and a port, such as 127.0.0.1:4010')
  .transform((text) => {
    const { hostname, port } = new URL(`http://${text}`);
    return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 80) };
  });

export const NetworkVariables = z.object({
  NODE_ENV: z.string().optional(),
  X_API_SOCKET: socket.optional(),
  X_AUTHORIZE_ORIGIN: httpUrl.transform((url) => new URL(url).origin).optional(),
  X_CLIENT_ID: z.string().optional(),
  X_CLIENT_SECRET: z.string().optional(),
  X_APP_KEY: z.string().optional(),
  X_APP_SECRET: z.string().optional(),
  X_BEARER: z.string().optional(),
  GRAPH_BASE_URL: httpUrl.default('https://graph.facebook.com'),
  FB_DIALOG_BASE_URL: httpUrl.default('https://www.facebook.com'),
  GRAPH_VERSION: z
    .string()
    .regex(/^v\d{1,3}\.\d$/, 'must be a version such as v25.0')
    .default('v25.0'),
  FB_APP_ID: z.string().optional(),
  FB_APP_SECRET: z.string().optional(),
  FB_VERIFY_TOKEN: z.string().optional(),
});

type Variables = z.infer<typeof NetworkVariables>;

export function xFrom(values: Variables): XConfig {
  const { X_CLIENT_ID: id, X_APP_KEY: key, X_APP_SECRET: secret } = values;
  return {
    socket: values.X_API_SOCKET ?? null,
    authorizeOrigin: values.X_AUTHORIZE_ORIGIN ?? null,
    client: id === undefined ? null : { id, secret: values.X_CLIENT_SECRET },
    app: key === undefined || secret === undefined ? null : { key, secret },
    bearer: values.X_BEARER ?? null,
  };
}

export function facebookFrom(values: Variables): FacebookConfig {
  const { FB_APP_ID: id, FB_APP_SECRET: secret } = values;
  return {
    graphUrl: values.GRAPH_BASE_URL.replace(/\/+$/, ''),
    dialogUrl: values.FB_DIALOG_BASE_URL.replace(/\/+$/, ''),
    version: values.GRAPH_VERSION,
    app: id === undefined || secret === undefined ? null : { id, secret },
    verifyToken: values.FB_VERIFY_TOKEN ?? null,
  };
}

/** Where networks that are not the real ones serve pictures from: on this machine, where the desk asks nobody else. */
export function originsOfNetworks({ X_API_SOCKET: x, GRAPH_BASE_URL }: Variables): string[] {
  const graph = new URL(GRAPH_BASE_URL);
  return [
    ...(x ? [`http://${x.host.includes(':') ? `[${x.host}]` : x.host}:${x.port}`] : []),
    ...(isOnThisMachine(graph.hostname.replace(/^\[|\]$/g, '')) ? [graph.origin] : []),
  ];
}

/** Half a pair of keys, and what would send keys where they do not belong. */
export function problemsOfNetworks(values: Variables): string[] {
  const problems: string[] = [];
  const pair = (one: keyof Variables, other: keyof Variables) => {
    if ((values[one] === undefined) !== (values[other] === undefined))
      problems.push(`${one} and ${other} belong together: set both or none.`);
  };
  pair('X_APP_KEY', 'X_APP_SECRET');
  pair('FB_APP_ID', 'FB_APP_SECRET');
  if (values.X_CLIENT_SECRET !== undefined && values.X_CLIENT_ID === undefined)
    problems.push('X_CLIENT_SECRET needs X_CLIENT_ID beside it.');
  if (values.NODE_ENV !== 'production') return problems;

  if (values.X_API_SOCKET && !isOnThisMachine(values.X_API_SOCKET.host))
    problems.push('X_API_SOCKET may only lead to this machine (127.0.0.1); unset it to reach X itself.');
  for (const name of ['GRAPH_BASE_URL', 'FB_DIALOG_BASE_URL', 'X_AUTHORIZE_ORIGIN'] as const) {
    const url = URL.parse(values[name] ?? '');
    if (url?.protocol === 'http:' && !isOnThisMachine(url.hostname.replace(/^\[|\]$/g, '')))
      problems.push(`${name} must start with https:// unless it leads to this machine: keys travel there.`);
  }
  return problems;
}

/** A loopback address; no name but `localhost`, since names can lead anywhere. */
export function isOnThisMachine(host: string): boolean {
  return /^(127(\.\d{1,3}){3}|::1|localhost)$/i.test(host);
}
