import { describe, expect, it } from 'vitest';
import { guessFor, providerOf } from './providers.ts';

describe('the servers of an address', () => {
  it('are known for large providers, whatever the case', () => {
    expect(providerOf('Support@GMail.com')).toMatchObject({
      name: 'Google',
      imap: { host: 'imap.gmail.com', port: 993 },
    });
    expect(providerOf('hilfe@gmx.de')?.smtp).toEqual({ host: 'mail.gmx.net', port: 587, tls: 'starttls' });
  });

  it('are guessed for the domain of a company, and for nothing that is none', () => {
    expect(providerOf('support@larkspur.example')).toBeUndefined();
    expect(guessFor('support@larkspur.example')?.imap.host).toBe('imap.larkspur.example');
    expect(guessFor('support')).toBeUndefined();
  });
});
