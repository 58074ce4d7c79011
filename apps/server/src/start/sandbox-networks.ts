import { isOnThisMachine } from '@bureau/platform';

type Env = NodeJS.ProcessEnv;
type Place = { host: string; sandboxPort: number };

/** Where the sandbox plays X, Facebook and Salesforce: 1, 2 and 3 above its page, unless a variable says otherwise. */
export function networkPorts(env: Env, sandboxPort: number): { x: number; facebook: number; salesforce: number } {
  return {
    x: Number(env['BUREAU_SANDBOX_X_PORT'] ?? sandboxPort + 1),
    facebook: Number(env['BUREAU_SANDBOX_FACEBOOK_PORT'] ?? sandboxPort + 2),
    salesforce: Number(env['BUREAU_SANDBOX_SALESFORCE_PORT'] ?? sandboxPort + 3),
  };
}

/**
 * What leads a desk to the X, the Facebook and the Salesforce of the sandbox, with the keys of the apps that are registered
 * there (apps/sandbox/README.md). Nothing for one that the environment says anything of.
 */
export function sandboxNetworks(env: Env, { host, sandboxPort }: Place): Record<string, string> {
  if (!isOnThisMachine(host)) return {};
  const ports = networkPorts(env, sandboxPort);
  const says = (prefix: RegExp) => Object.keys(env).some((name) => prefix.test(name));
  return {
    ...(says(/^X_/) ? {} : x(`${host}:${ports.x}`)),
    ...(says(/^(FB|GRAPH)_/) ? {} : facebook(`http://${host}:${ports.facebook}`)),
    ...(says(/^SF_/) ? {} : salesforce(`http://${host}:${ports.salesforce}`)),
  };
}

function x(socket: string): Record<string, string> {
  return {
    X_API_SOCKET: socket,
    X_AUTHORIZE_ORIGIN: `http://${socket}`,
    X_CLIENT_ID: 'sandbox-x-client',
    X_CLIENT_SECRET: 'sandbox-x-client-secret',
    X_APP_KEY: 'sandbox-x-app-key',
    X_APP_SECRET: 'sandbox-x-app-secret',
    X_BEARER: 'sandbox-x-bearer',
  };
}

function facebook(url: string): Record<string, string> {
  return {
    GRAPH_BASE_URL: url,
    FB_DIALOG_BASE_URL: url,
    FB_APP_ID: '714025883900142',
    FB_APP_SECRET: '5e1f0c6a9b7d4e2f8a3c1b0d9e7f6a54',
    FB_VERIFY_TOKEN: 'sandbox-verify-token',
  };
}

function salesforce(url: string): Record<string, string> {
  return {
    SF_LOGIN_URL: url,
    SF_CLIENT_ID: 'sandbox-salesforce-client',
    SF_CLIENT_SECRET: 'sandbox-salesforce-secret',
    SF_CHANGE_EVENTS: 'on',
  };
}
