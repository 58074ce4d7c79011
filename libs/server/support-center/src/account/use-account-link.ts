import { Injectable } from '@nestjs/common';
import { Password } from '@bureau/contracts';
import { CustomerRepository } from '@bureau/customers';
import { hashPassword, SignInRules } from '@bureau/identity';
import { InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { phrase } from '../snippet/snippets.ts';
import { AccountRepository } from './account.repository.ts';
import { AccountTokenRepository } from './account-token.repository.ts';
import type { VisitorOrigin } from './sign-in-visitor.ts';
import { VisitorSessionRepository } from './visitor-session.repository.ts';

/** What is done with mailed links, each once: whoever reads an address has proven that it is his. */
@Injectable()
export class UseAccountLink {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly tokens: AccountTokenRepository,
    private readonly sessions: VisitorSessionRepository,
    private readonly customers: CustomerRepository,
    private readonly rules: SignInRules,
  ) {}

  /**
   * Registers, or replaces a forgotten password, and signs in. Every other session ends (S45). Throws link.gone, and
   * request.invalid at `password`.
   */
  async setPassword(
    purpose: 'registration' | 'password-reset',
    { token, password }: { token: string; password: string },
    origin: VisitorOrigin,
  ): Promise<{ token: string; expiresAt: Date }> {
    // Hashing a password takes long by design: only for whoever has a good link.
    if (!(await this.tokens.look(purpose, origin.brandId, token))) throw new ProblemError('link.gone');
    await this.checkPassword(password);
    const accountId = await this.replace(purpose, {
      token,
      brandId: origin.brandId,
      hash: await hashPassword(password),
    });
    return this.sessions.open(accountId, origin);
  }

  /** Throws link.gone. */
  async signIn(token: string, origin: VisitorOrigin): Promise<{ token: string; expiresAt: Date }> {
    const link = await this.tokens.spend('sign-in', origin.brandId, token);
    const owner = link && (await this.accounts.ownerOf(link.address));
    if (!owner?.accountId || !owner.verified) throw new ProblemError('link.gone');
    return this.sessions.open(owner.accountId, origin);
  }

  /** Adds the address that somebody proved to the account that asked for it. Throws link.gone, or says it is taken. */
  @Transactional()
  async addAddress(token: string, brandId: number): Promise<{ address: string; taken: boolean }> {
    const link = await this.tokens.spend('address', brandId, token);
    if (!link || link.accountId === null) throw new ProblemError('link.gone');
    const added = await this.accounts.addAddress(link.accountId, link.address);
    return { address: link.address, taken: !added };
  }

  /** The rules of every password here. Throws request.invalid at `password`. */
  async checkPassword(password: string): Promise<void> {
    const checked = Password.safeParse(password);
    if (!checked.success) {
      throw new InvalidInput([{ path: 'password', message: checked.error.issues[0]?.message ?? '' }]);
    }
    await this.rules.checkPassword(password, 'password');
  }

  /** What is said of a password that is refused: how long it must be here. */
  async saidOfPassword(words: string): Promise<string> {
    return phrase(words, await this.rules.leastLength());
  }

  @Transactional()
  private async replace(
    purpose: 'registration' | 'password-reset',
    { token, brandId, hash }: { token: string; brandId: number; hash: string },
  ): Promise<number> {
    const link = await this.tokens.spend(purpose, brandId, token);
    if (!link) throw new ProblemError('link.gone');
    const { address, name } = link;
    const customerId = await this.customers.findOrCreate({ name, address });
    await this.accounts.verify(address);
    const owner = await this.accounts.ownerOf(address);
    const accountId = owner?.accountId ?? (await this.accounts.ensure(customerId));
    await this.accounts.setPassword(accountId, hash);
    await this.sessions.endOthers(accountId, null);
    await this.tokens.endFor(address);
    return accountId;
  }
}
