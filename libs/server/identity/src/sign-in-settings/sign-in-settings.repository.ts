import { Injectable } from '@nestjs/common';
import type { ChangeSignInSettings, SignInSettings } from '@bureau/contracts';
import { Database, RawJson } from '@bureau/platform';

/** The contract `SignInSettings`. */
const PRESENTED = `jsonb_build_object('minPasswordLength', min_password_length, 'twoFactorRequired', two_factor_required,
  'sessionHours', session_hours, 'idleMinutes', idle_minutes, 'emailDomains', email_domains, 'updatedAt', updated_at)`;

export interface LockedSignInSettings {
  settings: SignInSettings;
  version: string;
}

/** How people sign in: one row. What a session needs of it, its own statement reads along. */
@Injectable()
export class SignInSettingsRepository {
  constructor(private readonly database: Database) {}

  async read(): Promise<RawJson> {
    const row = await this.database.row<{ json: string; version: string }>(
      `SELECT ${PRESENTED}::text AS json, updated_at::text AS version FROM sign_in_settings`,
    );
    if (!row) throw new Error('The sign-in settings of this desk are missing.');
    return new RawJson(row.json, row.version);
  }

  async get(): Promise<SignInSettings> {
    const row = await this.database.row<{ settings: SignInSettings }>(
      `SELECT ${PRESENTED} AS settings FROM sign_in_settings`,
    );
    if (!row) throw new Error('The sign-in settings of this desk are missing.');
    return row.settings;
  }

  /** Kept from changing until the end of the transaction. */
  async lock(): Promise<LockedSignInSettings> {
    const row = await this.database.row<LockedSignInSettings>(
      `SELECT ${PRESENTED} AS settings, updated_at::text AS version FROM sign_in_settings FOR UPDATE`,
    );
    if (!row) throw new Error('The sign-in settings of this desk are missing.');
    return row;
  }

  async update(changes: Required<ChangeSignInSettings>): Promise<void> {
    await this.database.run(
      `UPDATE sign_in_settings SET min_password_length = $1, two_factor_required = $2, session_hours = $3,
         idle_minutes = $4, email_domains = $5`,
      [
        changes.minPasswordLength,
        changes.twoFactorRequired,
        changes.sessionHours,
        changes.idleMinutes,
        changes.emailDomains,
      ],
    );
  }

  /** Whether a user signs in with a second factor. */
  async hasTwoFactor(userId: number): Promise<boolean> {
    const sql = 'SELECT FROM two_factors WHERE user_id = $1 AND confirmed_at IS NOT NULL';
    return (await this.database.row(sql, [userId])) !== undefined;
  }
}
