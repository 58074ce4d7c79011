import cookie from '@fastify/cookie';
import { InstallationSecret } from '@bureau/platform';
import fastify from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { Notices } from './notices.ts';

const notices = new Notices(new InstallationSecret('a secret of the desk that nobody else knows'));
const cookieOf = (line: string) => ({ bureau_notice: /=([^;]*)/.exec(line)?.[1] });
const place = { brandId: 3, base: '/support/larkspur' };

// The plugin is what knows how cookies are written.
beforeAll(() => fastify().register(cookie).ready());

describe('a notice', () => {
  it('is read on the next page of its brand', () => {
    const line = notices.write('Danke – wir haben es.', place);
    expect(notices.read(3, cookieOf(line))).toBe('Danke – wir haben es.');
    expect(line).toContain('Path=/support/larkspur');
    expect(line).toContain('HttpOnly');
  });

  it('is of no other brand, and of nobody else (S44)', () => {
    const { bureau_notice: value = '' } = cookieOf(notices.write('Thank you.', place));
    expect(notices.read(4, { bureau_notice: value })).toBeNull();
    const text = Buffer.from('Your account is locked; call us.').toString('base64url');
    for (const forged of [text, `${text}.`, `${text}.${value.split('.')[1]}`, '', '..', '.x']) {
      expect(notices.read(3, { bureau_notice: forged })).toBeNull();
    }
  });
});
