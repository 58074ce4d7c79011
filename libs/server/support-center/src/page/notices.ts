import cookie from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import { InstallationSecret } from '@bureau/platform';

const NAME = 'bureau_notice';
/** Longer than any page takes to load. */
const SECONDS = 120;

/** What a page says to the next one, once: plain text in a cookie that nobody else can write. */
@Injectable()
export class Notices {
  constructor(private readonly secret: InstallationSecret) {}

  /** What the page before said here; null when it said nothing, or somebody else wrote it. */
  read(brandId: number, cookies: Readonly<Record<string, string | undefined>>): string | null {
    const [text = '', signature = ''] = (cookies[NAME] ?? '').split('.');
    if (!signature || !this.secret.verify('notice', `${brandId}:${text}`, signature)) return null;
    return Buffer.from(text, 'base64url').toString('utf8');
  }

  write(notice: string, { brandId, base }: { brandId: number; base: string }): string {
    const text = Buffer.from(notice.slice(0, 500), 'utf8').toString('base64url');
    const signature = this.secret.sign('notice', `${brandId}:${text}`);
    return cookie.serialize(NAME, `${text}.${signature}`, { ...rules(base), maxAge: SECONDS });
  }

  clear(base: string): string {
    return cookie.serialize(NAME, '', { ...rules(base), maxAge: 0 });
  }
}

function rules(base: string) {
  return { path: base || '/', httpOnly: true, sameSite: 'lax' } as const;
}
