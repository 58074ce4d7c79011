import { describe, expect, it } from 'vitest';
import { InvalidConfiguration, loadConfig } from './config.ts';

function linesOf(env: Record<string, string>): string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof InvalidConfiguration) return error.lines;
    throw error;
  }
}

describe('Salesforce in the environment', () => {
  it('is the real one, and not configured, when nothing is said', () => {
    expect(loadConfig({}).salesforce).toEqual({
      loginUrl: 'https://login.salesforce.com',
      version: '62.0',
      client: null,
      key: null,
      changeEvents: false,
    });
  });

  it('is led to this machine, or to the address of an organisation, by one variable', () => {
    expect(loadConfig({ SF_LOGIN_URL: 'http://127.0.0.1:4003/' }).salesforce.loginUrl).toBe('http://127.0.0.1:4003');
    expect(loadConfig({ SF_LOGIN_URL: 'https://acme--uat.sandbox.my.salesforce.com' }).salesforce.loginUrl).toBe(
      'https://acme--uat.sandbox.my.salesforce.com',
    );
  });

  it.each([
    'http://login.salesforce.com',
    'https://login.salesforce.com.evil.example',
    'https://evilsalesforce.com',
    'https://acme.lightning.force.com',
    'https://10.0.0.7',
  ])('never sends keys to %s', (url) => {
    expect(linesOf({ SF_LOGIN_URL: url })).toEqual([expect.stringContaining('SF_LOGIN_URL')]);
  });

  it('is never half a pair of keys', () => {
    expect(linesOf({ SF_CLIENT_SECRET: 'x' })).toEqual([expect.stringContaining('SF_CLIENT_ID')]);
    expect(linesOf({ SF_CLIENT_ID: 'x', SF_JWT_USERNAME: 'a@b.example' })).toEqual([
      expect.stringContaining('SF_JWT_KEY_FILE'),
    ]);
    expect(linesOf({ SF_CHANGE_EVENTS: 'yes' })).toEqual([expect.stringContaining('on or off')]);
    expect(linesOf({ SF_API_VERSION: '62' })).toEqual([expect.stringContaining('62.0')]);
  });
});
