import { Injectable } from '@nestjs/common';
import { defineJob, HandlesJob, JobQueue } from '@bureau/platform';
import { z } from 'zod';
import { SignInBrake } from '../session/sign-in-brake.ts';
import { UserRepository } from '../user/user.repository.ts';
import { MailLink } from './mail-link.ts';
import { UserTokenRepository } from './user-token.repository.ts';

const mailPasswordReset = defineJob('password-reset.mail', z.object({ email: z.string() }), { rememberMs: 0 });

/** Nobody's mailbox is flooded by strangers: so many links an hour, and no more. */
const LINKS_AN_HOUR = 3;

/** For whoever forgot the password. The one who asks learns nothing: the same is done for every address, at once. */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly users: UserRepository,
    private readonly tokens: UserTokenRepository,
    private readonly mail: MailLink,
    private readonly brake: SignInBrake,
    private readonly jobs: JobQueue,
  ) {}

  /** Throws session.throttled, for known and unknown addresses alike. */
  async run(email: string, ip: string): Promise<void> {
    await this.brake.count(`reset-of:${email}`, ip);
    await this.jobs.add(mailPasswordReset, { email });
  }

  /** Whether there is such a user is found out here, where nobody watches the clock. */
  @HandlesJob(mailPasswordReset)
  async mailLink({ email }: { email: string }): Promise<void> {
    const user = await this.users.findByEmail(email);
    if (!user || user.disabledAt !== null || user.passwordHash === null) return;
    if ((await this.tokens.issuedLately(user.id, 'password-reset')) >= LINKS_AN_HOUR) return;
    await this.mail.resetPassword({ userId: user.id, email: user.email });
  }
}
