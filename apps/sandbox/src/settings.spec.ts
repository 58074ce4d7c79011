import { expect, it } from 'vitest';
import { readSettings } from './settings.ts';

it('starts with sensible settings when nothing is set', () => {
  expect(readSettings({})).toMatchObject({
    host: '127.0.0.1',
    webPort: 4000,
    smtpPort: 4025,
    xPort: 4001,
    facebookPort: 4002,
    deskSmtp: { host: '127.0.0.1', port: 2525 },
    dataDir: '.data/sandbox',
    consoleUrl: 'http://127.0.0.1:3000',
  });
});

it('plays the people and brands it is given', () => {
  const settings = readSettings({
    BUREAU_SANDBOX_PEOPLE: 'Bo Lund <Bo@Lund.example>, eva.holm@post.example',
    BUREAU_SANDBOX_DESK_ADDRESSES: 'Acme <help@acme.example>',
    BUREAU_SANDBOX_SMTP_PORT: '2626',
    BUREAU_HOST: '0.0.0.0',
  });

  expect(settings.people).toEqual([
    { name: 'Bo Lund', address: 'bo@lund.example' },
    { name: 'Eva Holm', address: 'eva.holm@post.example' },
  ]);
  expect(settings.deskAddresses).toEqual([{ name: 'Acme', address: 'help@acme.example' }]);
  expect(settings).toMatchObject({ smtpPort: 2626, deskSmtp: { host: '127.0.0.1' } });
});

it('names the variable that is wrong', () => {
  expect(() => readSettings({ BUREAU_SANDBOX_PORT: '99999' })).toThrow(/Correct .*BUREAU_SANDBOX_PORT/);
});
