import { Injectable } from '@nestjs/common';
import { InvalidInput } from '@bureau/platform';
import { SignInSettingsRepository } from './sign-in-settings.repository.ts';

/** What this desk asks of passwords and addresses, beyond what every desk does. */
@Injectable()
export class SignInRules {
  constructor(private readonly settings: SignInSettingsRepository) {}

  /** Every new password comes by here. Throws request.invalid naming the field. */
  async checkPassword(password: string, path: string): Promise<void> {
    const least = await this.leastLength();
    if ([...password].length >= least) return;
    throw new InvalidInput([{ path, message: `Use at least ${least} characters.` }]);
  }

  /** Characters that a new password has at least. */
  async leastLength(): Promise<number> {
    return (await this.settings.get()).minPasswordLength;
  }

  /** The addresses of people who are invited. Throws request.invalid naming the domains that are good. */
  async checkAddress(email: string): Promise<void> {
    const { emailDomains } = await this.settings.get();
    const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
    if (emailDomains.length === 0 || emailDomains.includes(domain)) return;
    const good = new Intl.ListFormat('en', { type: 'disjunction' }).format(emailDomains);
    throw new InvalidInput([{ path: 'email', message: `People are invited at addresses of ${good} only.` }]);
  }
}
