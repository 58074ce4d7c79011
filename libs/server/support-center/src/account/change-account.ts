import { Injectable } from '@nestjs/common';
import { ChangeCustomer } from '@bureau/customers';
import { splitName } from '@bureau/domain';
import { hashPassword, passwordFits, SignInBrake } from '@bureau/identity';
import { ProblemError } from '@bureau/platform';
import type { CenterVisitor } from '../page/center-request.ts';
import { AccountRepository, type AccountDetails } from './account.repository.ts';
import { MailAccountLink } from './mail-account-link.ts';
import { UseAccountLink } from './use-account-link.ts';
import { VisitorSessionRepository } from './visitor-session.repository.ts';

/** What customers change of themselves. Agents see it in the customer's history like every other change. */
@Injectable()
export class ChangeAccount {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly changeCustomer: ChangeCustomer,
    private readonly sessions: VisitorSessionRepository,
    private readonly mail: MailAccountLink,
    private readonly links: UseAccountLink,
    private readonly brake: SignInBrake,
  ) {}

  /** Throws request.invalid. */
  async profile({ actor, customerId }: CenterVisitor, { name, language }: { name: string; language: string }) {
    const wanted = { name, ...splitName(name), language };
    await this.changeCustomer.update(actor, customerId, wanted, null);
  }

  /**
   * A new password ends every other session (S45). Throws password.wrong, session.throttled, request.invalid: whoever finds
   * a screen unlocked may not guess the password either. Who has none yet names none.
   */
  async password(
    { accountId }: CenterVisitor,
    { current, next }: { current: string; next: string },
    { ip, token }: { ip: string; token: string | null },
  ): Promise<void> {
    const subject = `customer-password-of:${accountId}`;
    await this.brake.count(subject, ip);
    const known = await this.accounts.passwordHashOf(accountId);
    if (known !== null && !(await passwordFits(known, current))) throw new ProblemError('password.wrong');
    await this.links.checkPassword(next);
    await this.accounts.setPassword(accountId, await hashPassword(next));
    await this.sessions.endOthers(accountId, token);
    await this.brake.forgive(subject, ip);
  }

  /** Mails a link to an address; it becomes one of the customer's when it is opened. The same for every address (S39). */
  async wantAddress(
    { accountId }: CenterVisitor,
    address: string,
    { brandId, language, ip }: { brandId: number; language: string; ip: string },
  ): Promise<void> {
    await this.brake.count(`customer-address-of:${accountId}`, ip);
    await this.mail.run({ purpose: 'address', brandId, address, accountId }, language);
  }

  /** Answers go there from now on. Only to an address that was proven. */
  async choosePrimary({ actor, customerId }: CenterVisitor, address: string, details: AccountDetails): Promise<void> {
    if (!details.addresses.some((one) => one.address === address && one.verified)) return;
    await this.changeCustomer.update(actor, customerId, { address }, null);
  }

  /** The one that answers go to stays. */
  async removeAddress({ actor, customerId }: CenterVisitor, address: string, details: AccountDetails): Promise<void> {
    const kept = details.addresses.filter((one) => one.primary || one.address !== address);
    if (kept.length === details.addresses.length) return;
    const emails = kept.map(({ address: value, type }) => ({ type, value }));
    await this.changeCustomer.update(actor, customerId, { emails }, null);
  }
}
