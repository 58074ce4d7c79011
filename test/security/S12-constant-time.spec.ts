import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const sources = ['libs/server', 'libs/domain', 'apps/server/src']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  )
  .filter((file) => /\.ts$/.test(file) && !/\.(spec|fixture|testing)\.ts$|\/dist\/|node_modules/.test(file));

/** `==` or `!=` beside a word that names a secret. */
const SECRET = '\\w*(?:secret|signature|hmac|digest|token|password_?hash)';
const COMPARED = new RegExp(
  `\\b${SECRET}\\s*[!=]==?(?!=)(?!\\s*(?:null\\b|undefined\\b|''|""))|[!=]==?\\s*(?:\\w+\\??\\.)*${SECRET}\\b(?!\\.length)`,
  'i',
);

/** Comparisons that give nobody a measure: both sides are the desk's own. */
const HARMLESS = [
  // The hash in the database beside the hash that was read from it a minute ago.
  'user?.passwordHash === known.passwordHash',
  // A key of ours that a network refused beside the one that is kept: nobody guesses either.
  'kept.accessToken === token',
];

describe('secrets', () => {
  it('are compared in constant time wherever the code compares them', () => {
    const found = sources.flatMap((file) =>
      readFileSync(path.join(root, file), 'utf8')
        .split('\n')
        .filter((line) => COMPARED.test(line) && !HARMLESS.some((known) => line.includes(known)))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    'libs/server/platform/src/config/installation-secret.ts',
    'libs/server/channels/src/email/read/message-token.ts',
  ])('are compared with timingSafeEqual in %s', (file) =>
    expect(readFileSync(path.join(root, file), 'utf8')).toContain('timingSafeEqual('),
  );

  it('come from the cryptographic generator, never from Math.random', () => {
    const homes = /identity|config|set-up|email\/(?!send)/;
    const found = sources
      .filter((file) => homes.test(file))
      .filter((file) => /Math\.random/.test(readFileSync(path.join(root, file), 'utf8')));
    expect(found).toEqual([]);
  });

  it('would be caught if they were compared otherwise', () => {
    expect(COMPARED.test('if (signature === expected) return true;')).toBe(true);
    expect(COMPARED.test('if (given !== user.passwordHash) throw x;')).toBe(true);
    expect(COMPARED.test('if (token === null) return;')).toBe(false);
  });
});
