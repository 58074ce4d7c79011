import { Injectable } from '@nestjs/common';
import { SignInBrake } from '@bureau/identity';
import { defineJob, HandlesJob, JobQueue } from '@bureau/platform';
import { z } from 'zod';
import { AccountRepository } from './account.repository.ts';
import { MailAccountLink } from './mail-account-link.ts';

const Wish = z.object({
  purpose: z.enum(['registration', 'password-reset', 'sign-in']),
  brandId: z.number(),
  address: z.string(),
  name: z.string(),
  language: z.string(),
});
export type AccountWish = z.infer<typeof Wish>;

const mailAccountLink = defineJob('customer-account.mail-link', Wish, { rememberMs: 0 });

/**
 * For a customer who registers, forgot the password or does without. The one who asks learns nothing: the same is done for
 * every address, at once (S39); whether there is such a customer is found out where nobody watches the clock.
 */
@Injectable()
export class RequestAccountLink {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly mail: MailAccountLink,
    private readonly brake: SignInBrake,
    private readonly jobs: JobQueue,
  ) {}

  /** Throws session.throttled, for known and unknown addresses alike. */
  async run(wish: AccountWish, ip: string): Promise<void> {
    await this.brake.count(`customer-link:${wish.address}`, ip);
    await this.jobs.add(mailAccountLink, wish);
  }

  /** Whoever registers again gets a link for a new password; whoever is not registered, nothing but the first kind. */
  @HandlesJob(mailAccountLink)
  async mailLink({ purpose, language, ...link }: AccountWish): Promise<void> {
    const owner = await this.accounts.ownerOf(link.address);
    const registered = owner?.verified === true && owner.accountId !== null;
    if (purpose !== 'registration' && !registered) return;
    const kind = purpose === 'registration' && registered ? 'password-reset' : purpose;
    await this.mail.run({ ...link, purpose: kind }, language);
  }
}
