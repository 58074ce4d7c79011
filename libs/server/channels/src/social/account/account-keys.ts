import { Injectable } from '@nestjs/common';
import { InstallationSecret, seal, unseal } from '@bureau/platform';
import { z } from 'zod';

/** What lets the desk act for an account, as it is sealed in `social_accounts.tokens_sealed`. */
export const AccountKeys = z.discriminatedUnion('kind', [
  /** X, OAuth 2: the access token lasts two hours, the refresh token is good for one renewal. */
  z.object({ kind: z.literal('oauth2'), accessToken: z.string(), refreshToken: z.string().nullable() }),
  /** X, OAuth 1.0a: lasts until it is revoked. */
  z.object({ kind: z.literal('oauth1'), accessToken: z.string(), accessSecret: z.string() }),
  /** A page of Facebook: lasts until its person changes the password, leaves the page or removes the app. */
  z.object({ kind: z.literal('page'), accessToken: z.string() }),
]);
export type AccountKeys = z.infer<typeof AccountKeys>;

/** The one place that can read the keys of accounts. */
@Injectable()
export class AccountKeySeal {
  constructor(private readonly secret: InstallationSecret) {}

  seal(keys: AccountKeys): string {
    return seal(this.secret, JSON.stringify(keys));
  }

  /** Null: none are kept, or another installation sealed them. */
  open(sealed: string | null): AccountKeys | null {
    if (sealed === null) return null;
    try {
      return AccountKeys.parse(JSON.parse(unseal(this.secret, sealed)));
    } catch {
      return null;
    }
  }
}
