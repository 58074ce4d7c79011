import { expect, it } from 'vitest';
import { networkPorts, sandboxNetworks } from './sandbox-networks.ts';

const here = { host: '127.0.0.1', sandboxPort: 4000 };

it('leads a desk without keys of its own to the networks of the sandbox', () => {
  expect(sandboxNetworks({}, here)).toMatchObject({
    X_API_SOCKET: '127.0.0.1:4001',
    X_AUTHORIZE_ORIGIN: 'http://127.0.0.1:4001',
    GRAPH_BASE_URL: 'http://127.0.0.1:4002',
    SF_LOGIN_URL: 'http://127.0.0.1:4003',
  });
  expect(networkPorts({ BUREAU_SANDBOX_X_PORT: '7001' }, 4000)).toEqual({ x: 7001, facebook: 4002, salesforce: 4003 });
});

it('leaves a network alone that the environment knows, and any that is not on this machine', () => {
  expect(Object.keys(sandboxNetworks({ X_CLIENT_ID: 'real' }, here))).not.toContain('X_API_SOCKET');
  expect(sandboxNetworks({ GRAPH_VERSION: 'v26.0' }, here)).not.toHaveProperty('GRAPH_BASE_URL');
  expect(sandboxNetworks({ SF_CLIENT_ID: 'real' }, here)).not.toHaveProperty('SF_LOGIN_URL');
  expect(sandboxNetworks({}, { ...here, host: '10.0.0.7' })).toEqual({});
});
