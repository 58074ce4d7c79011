import { describe, expect, it } from 'vitest';
import { InvalidConfiguration, loadConfig } from './config.ts';

const PRODUCTION = { NODE_ENV: 'production' };

function linesOf(env: Record<string, string>): string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof InvalidConfiguration) return error.lines;
    throw error;
  }
}

describe('X and Facebook in the environment', () => {
  it('are the real ones, and not configured, when nothing is said', () => {
    const { x, facebook } = loadConfig({});
    expect(x).toEqual({ socket: null, authorizeOrigin: null, client: null, app: null, bearer: null });
    expect(facebook).toMatchObject({ graphUrl: 'https://graph.facebook.com', version: 'v25.0', app: null });
  });

  it('are led to this machine by addresses alone', () => {
    const env = { X_API_SOCKET: '127.0.0.1:4001', GRAPH_BASE_URL: 'http://127.0.0.1:4002/' };
    const config = loadConfig({ ...PRODUCTION, ...env });
    expect(config.x.socket).toEqual({ host: '127.0.0.1', port: 4001 });
    expect(config.facebook.graphUrl).toBe('http://127.0.0.1:4002');
    expect(config.outboundOrigins).toEqual(['http://127.0.0.1:4001', 'http://127.0.0.1:4002']);
    expect(loadConfig({ X_API_SOCKET: '[::1]:80' }).x.socket).toEqual({ host: '::1', port: 80 });
  });

  it.each([
    [{ X_API_SOCKET: '10.0.0.7:4001' }, 'X_API_SOCKET'],
    [{ X_API_SOCKET: 'sandbox.example:80' }, 'X_API_SOCKET'],
    [{ X_API_SOCKET: '127.0.0.1.evil.example:80' }, 'X_API_SOCKET'],
    [{ GRAPH_BASE_URL: 'http://graph.example' }, 'GRAPH_BASE_URL'],
    [{ X_AUTHORIZE_ORIGIN: 'http://x.example' }, 'X_AUTHORIZE_ORIGIN'],
  ])('never send keys elsewhere in production: %o', (env, name) => {
    expect(linesOf({ ...PRODUCTION, ...env })).toEqual([expect.stringContaining(name)]);
  });

  it.each([
    [{ X_APP_KEY: 'k' }, 'X_APP_SECRET'],
    [{ FB_APP_SECRET: 's' }, 'FB_APP_ID'],
    [{ X_CLIENT_SECRET: 's' }, 'X_CLIENT_ID'],
    [{ X_API_SOCKET: 'nonsense' }, 'X_API_SOCKET'],
    [{ GRAPH_VERSION: '25' }, 'GRAPH_VERSION'],
  ])('say what is missing or wrong: %o', (env, name) => {
    expect(linesOf(env)).toEqual([expect.stringContaining(name)]);
  });
});
