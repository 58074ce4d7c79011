import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openInstallationSecret } from './installation-secret.ts';

function aDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'bureau-secret-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

it('is made once, for its owner only, and found again by every process', () => {
  const dataDir = aDataDir();
  const [first, second] = [1, 2].map(() => openInstallationSecret({ dataDir, secret: undefined }));
  expect(first?.sign('fingerprint', 'a')).toBe(second?.sign('fingerprint', 'a'));
  expect(readdirSync(dataDir)).toEqual(['secret']);
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
});

it('is never taken from a file that a crash or a full disk left half written', () => {
  const dataDir = aDataDir();
  writeFileSync(join(dataDir, 'secret'), '');
  expect(() => openInstallationSecret({ dataDir, secret: undefined })).toThrow(/is damaged: restore the file/);
});

it('is the one of the environment where that names one', () => {
  const secret = 'a secret that was made elsewhere, long enough';
  const one = openInstallationSecret({ dataDir: aDataDir(), secret });
  const other = openInstallationSecret({ dataDir: aDataDir(), secret });
  expect(one.verify('seal', 'a', other.sign('seal', 'a'))).toBe(true);
});
