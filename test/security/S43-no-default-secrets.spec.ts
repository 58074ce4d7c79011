import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { InvalidConfiguration, loadConfig, openInstallationSecret, seal, unseal } from '@bureau/platform';
import { describe, expect, it, onTestFinished } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const git = promisify(execFile);

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bureau-secret-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function problemsOf(env: Record<string, string>): string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof InvalidConfiguration) return error.lines;
    throw error;
  }
}

describe('the secret of an installation', () => {
  it.each([
    'changeme',
    'secret',
    'short',
    'changeme-changeme-changeme-changeme',
    'please-Secret-please-Secret-please-Secret',
    'my-super-default-key-for-the-desk-0123456789',
    '0000000000000000000000000000000000000000',
    'abababababababababababababababababababab',
    'your-example-key-goes-here-0123456789abcdef',
  ])('may not be %j: the desk does not boot', (secret) => {
    expect(problemsOf({ BUREAU_SECRET: secret }).join('\n')).toContain('openssl rand -hex 32');
  });

  it('is generated on the first start, readable by its owner alone, and kept', async () => {
    const dataDir = path.join(await aFolder(), 'data');
    openInstallationSecret({ secret: undefined, dataDir });
    const file = path.join(dataDir, 'secret');
    const first = await readFile(file, 'utf8');

    openInstallationSecret({ secret: undefined, dataDir });

    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await readFile(file, 'utf8')).toBe(first);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('is another one for every installation, and for every use', async () => {
    const [one, other] = await Promise.all(
      [1, 2].map(async () => openInstallationSecret({ secret: undefined, dataDir: await aFolder() })),
    );
    expect(one!.sign('message-token', 'x')).not.toBe(other!.sign('message-token', 'x'));
    expect(one!.key('seal').equals(one!.key('message-token'))).toBe(false);
    expect(() => unseal(other!, seal(one!, 'imap password'))).toThrow();
  });
});

describe('the first administrator', () => {
  it.each(['1234', 'adminadmin', '12345678', 'password', 'Password123', 'changeme', 'administrator1', 'qwertyuiop'])(
    'cannot have the password %j from the environment',
    (password) => {
      const env = { BUREAU_ADMIN_EMAIL: 'ada@desk.example', BUREAU_ADMIN_PASSWORD: password };
      expect(problemsOf(env).join('\n')).toContain('BUREAU_ADMIN_PASSWORD');
    },
  );
});

describe('what is in the repository', () => {
  it('is no secret: every value of the sample environment is empty or harmless', async () => {
    const sample = await readFile(path.join(root, '.env.example'), 'utf8');
    const secrets = [...sample.matchAll(/^#?\s*(\w*(?:SECRET|PASSWORD|KEY)\w*)=(\S*)/gm)];
    expect(secrets.length).toBeGreaterThan(2);
    expect(secrets.filter(([, , value]) => value !== '')).toEqual([]);
  });

  it('is no secret in the containers’ description either', async () => {
    const compose = await readFile(path.join(root, 'docker-compose.yml'), 'utf8');
    const values = [...compose.matchAll(/^\s+\w*(?:SECRET|PASSWORD|KEY)\w*:\s*(.+)$/gm)].map(([, value]) =>
      value!.trim(),
    );
    expect(values.filter((value) => !value.includes('${'))).toEqual([]);
  });

  it('has no private keys and no environment files', async () => {
    const { stdout } = await git('git', ['ls-files'], { cwd: root, maxBuffer: 10_000_000 });
    const suspicious = stdout.split('\n').filter((file) => /(^|\/)\.env$|\.(pem|key|p12|pfx)$|id_rsa/.test(file));
    expect(suspicious).toEqual([]);
  });
});
