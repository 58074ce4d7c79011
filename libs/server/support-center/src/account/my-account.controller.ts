import { Controller } from '@nestjs/common';
import { problemOfAddress, WEB_FORM_LIMITS } from '@bureau/domain';
import { ProblemError } from '@bureau/platform';
import { refuseWithoutAccounts, toSignIn } from '../form/private-page.ts';
import type { CenterAnswer } from '../page/center-answer.ts';
import { CenterPage } from '../page/center-page.ts';
import type { CenterRequest, CenterVisitor } from '../page/center-request.ts';
import { LANGUAGE_COOKIE } from '../page/read-center-request.ts';
import type { Words } from '../snippet/english.ts';
import { phrase, Snippets } from '../snippet/snippets.ts';
import { formOf, wordsOf } from './account-pages.ts';
import { AccountRepository } from './account.repository.ts';
import { ChangeAccount } from './change-account.ts';
import { MailedLink } from './mailed-link.ts';
import { myAccountPage, type AccountProblems } from './my-account.page.ts';
import { UseAccountLink } from './use-account-link.ts';
import { readVisitorCookie } from './visitor-cookie.ts';
import { VisitorSessionRepository } from './visitor-session.repository.ts';

const ACCOUNT = '/customer/account';

/** The account of a customer: name, language, addresses, password, and whoever else is signed in. */
@Controller()
export class MyAccountController {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly change: ChangeAccount,
    private readonly mailed: MailedLink,
    private readonly links: UseAccountLink,
    private readonly sessions: VisitorSessionRepository,
    private readonly snippets: Snippets,
  ) {}

  @CenterPage('GET', ACCOUNT, 'Show the account of a customer.')
  show(center: CenterRequest): Promise<CenterAnswer> {
    return this.signedIn(center, (visitor) => this.page(center, visitor));
  }

  @CenterPage('POST', ACCOUNT, 'Change name and language of an account.')
  profile(center: CenterRequest): Promise<CenterAnswer> {
    return this.signedIn(center, async (visitor) => {
      const form = formOf(center);
      const words = wordsOf(this.snippets, center);
      const name = form.get('name').replace(/\s+/g, ' ').trim();
      if (name === '' || name.length > WEB_FORM_LIMITS.name) {
        return this.page(center, visitor, { name: words.name_required });
      }
      const language = center.brand.languages.find((one) => one === form.get('language')) ?? center.language;
      await this.change.profile(visitor, { name, language });
      const chosen = `${LANGUAGE_COOKIE}=${language}; Path=${center.base || '/'}; SameSite=Lax; Max-Age=31536000`;
      return { redirect: center.link(ACCOUNT), notice: words.account_saved, cookies: [chosen] };
    });
  }

  @CenterPage('POST', '/customer/account/password', 'Change the password of an account.')
  password(center: CenterRequest): Promise<CenterAnswer> {
    return this.signedIn(center, async (visitor) => {
      const words = wordsOf(this.snippets, center);
      const form = formOf(center);
      const wanted = { current: form.get('current').slice(0, 200), next: form.get('next') };
      try {
        const token = readVisitorCookie(center.cookies) ?? null;
        await this.change.password(visitor, wanted, { ip: center.ip, token });
        return { redirect: center.link(ACCOUNT), notice: words.password_changed };
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        if (error.code === 'password.wrong') return this.page(center, visitor, { current: words.password_wrong });
        if (error.code === 'session.throttled') return this.page(center, visitor, { current: words.too_many_attempts });
        if (error.code !== 'request.invalid') throw error;
        return this.page(center, visitor, { next: await this.links.saidOfPassword(words.password_weak) });
      }
    });
  }

  @CenterPage('POST', '/customer/account/emails', 'Ask for another address of an account.')
  address(center: CenterRequest): Promise<CenterAnswer> {
    return this.signedIn(center, async (visitor) => {
      const words = wordsOf(this.snippets, center);
      const address = formOf(center).get('email').trim().toLowerCase();
      if (problemOfAddress(address) !== null) return this.page(center, visitor, { email: words.invalid_email });
      const { brand, language, ip } = center;
      await this.change.wantAddress(visitor, address, { brandId: brand.id, language, ip });
      return { redirect: center.link(ACCOUNT), notice: phrase(words.account_email_mailed, address) };
    });
  }

  @CenterPage('POST', '/customer/account/emails/change', 'Take an address away, or let answers go there.')
  changeAddress(center: CenterRequest): Promise<CenterAnswer> {
    return this.signedIn(center, async (visitor) => {
      const form = formOf(center);
      const details = await this.accounts.details(visitor.accountId);
      if (details && form.get('do') === 'remove') await this.change.removeAddress(visitor, form.get('email'), details);
      if (details && form.get('do') === 'primary') await this.change.choosePrimary(visitor, form.get('email'), details);
      return { redirect: center.link(ACCOUNT), notice: wordsOf(this.snippets, center).account_saved };
    });
  }

  @CenterPage('GET', '/customer/account/emails/verify/:token', 'Show which address a mailed link adds.')
  confirmAddress(center: CenterRequest): Promise<CenterAnswer> {
    const question = (words: Words, address: string) => ({
      title: phrase(words.verify_email_for, address),
      text: words.verification_info,
      button: words.verify,
    });
    return this.mailed.ask(center, { purpose: 'address', elsewhere: ACCOUNT, question });
  }

  @CenterPage('POST', '/customer/account/emails/verify/:token', 'Add the address that a mailed link names.')
  addAddress(center: CenterRequest): Promise<CenterAnswer> {
    const act = async (token: string, words: Words) => {
      const { address, taken } = await this.links.addAddress(token, center.brand.id);
      const notice = phrase(taken ? words.account_email_taken : words.account_email_added, address);
      return { redirect: center.link(ACCOUNT), notice };
    };
    return this.mailed.follow(center, { elsewhere: ACCOUNT, act });
  }

  @CenterPage('POST', '/customer/account/sign-out', 'Sign out on every other device.')
  signOut(center: CenterRequest): Promise<CenterAnswer> {
    return this.signedIn(center, async ({ accountId }) => {
      await this.sessions.endOthers(accountId, readVisitorCookie(center.cookies) ?? null);
      return { redirect: center.link(ACCOUNT), notice: wordsOf(this.snippets, center).account_signed_out };
    });
  }

  private async signedIn(
    center: CenterRequest,
    answer: (visitor: CenterVisitor) => Promise<CenterAnswer>,
  ): Promise<CenterAnswer> {
    refuseWithoutAccounts(center);
    return center.visitor ? answer(center.visitor) : toSignIn({ ...center, path: ACCOUNT });
  }

  private async page(
    center: CenterRequest,
    { accountId }: CenterVisitor,
    problems: AccountProblems = {},
  ): Promise<CenterAnswer> {
    const details = await this.accounts.details(accountId);
    if (!details) throw new ProblemError('route.not-found');
    return myAccountPage(center, { details, problems, words: wordsOf(this.snippets, center) });
  }
}
