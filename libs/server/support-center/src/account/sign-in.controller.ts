import { Controller } from '@nestjs/common';
import { ProblemError } from '@bureau/platform';
import { fieldBlock, FORM_END, formBegin, hiddenFields, problemBlock, submitBlock } from '../form/form-blocks.ts';
import { refuseWithoutAccounts, wayOn } from '../form/private-page.ts';
import type { CenterAnswer } from '../page/center-answer.ts';
import { CenterPage } from '../page/center-page.ts';
import type { CenterRequest } from '../page/center-request.ts';
import type { Words } from '../snippet/english.ts';
import { phrase, Snippets } from '../snippet/snippets.ts';
import { confirmPage, formOf, mailedPage, originOf, wordsOf } from './account-pages.ts';
import { MailedLink } from './mailed-link.ts';
import { RequestAccountLink } from './request-account-link.ts';
import { SignInVisitor } from './sign-in-visitor.ts';
import { UseAccountLink } from './use-account-link.ts';
import { clearVisitorCookie, readVisitorCookie, writeVisitorCookie } from './visitor-cookie.ts';
import { VisitorSessionRepository } from './visitor-session.repository.ts';

const LOGIN = '/customer/login';

/** Customers sign in, with a password or a mailed link, and out. */
@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignInVisitor,
    private readonly request: RequestAccountLink,
    private readonly links: UseAccountLink,
    private readonly mailed: MailedLink,
    private readonly sessions: VisitorSessionRepository,
    private readonly snippets: Snippets,
  ) {}

  @CenterPage('GET', LOGIN, 'Show the sign-in of customers.')
  show(center: CenterRequest): CenterAnswer {
    refuseWithoutAccounts(center);
    if (center.visitor) return { redirect: wayOn(center, center.query['to'] ?? '') };
    return this.page(center, { email: '', to: center.query['to'] ?? '' });
  }

  @CenterPage('POST', LOGIN, 'Sign a customer in.')
  async take(center: CenterRequest): Promise<CenterAnswer> {
    refuseWithoutAccounts(center);
    const form = formOf(center);
    const email = form.get('email').trim();
    const to = form.get('to');
    try {
      const password = form.get('password').slice(0, 200);
      const { token, expiresAt } = await this.signIn.run({ email, password }, originOf(center));
      const cookies = [writeVisitorCookie(token, expiresAt, center)];
      return { redirect: wayOn(center, to), notice: wordsOf(this.snippets, center).welcome, cookies };
    } catch (error) {
      const words = wordsOf(this.snippets, center);
      if (!(error instanceof ProblemError)) throw error;
      if (error.code === 'session.refused') {
        return this.page(center, { email, to, problem: words.invalid_credentials, status: 401 });
      }
      if (error.code !== 'session.throttled') throw error;
      return this.page(center, { email, to, problem: words.too_many_attempts, status: 429 });
    }
  }

  @CenterPage('POST', '/customer/login/link', 'Mail a customer a link to sign in with.')
  async mail(center: CenterRequest): Promise<CenterAnswer> {
    refuseWithoutAccounts(center);
    const address = formOf(center).get('email').trim().toLowerCase().slice(0, 254);
    const { language, brand } = center;
    await this.request.run({ purpose: 'sign-in', brandId: brand.id, address, name: '', language }, center.ip);
    return mailedPage(this.snippets, center, address);
  }

  @CenterPage('GET', '/customer/login/link/:token', 'Show whom a mailed link signs in; looking uses nothing up.')
  confirm(center: CenterRequest): Promise<CenterAnswer> {
    const question = (words: Words, address: string) => ({
      title: phrase(words.login_confirm_title, address),
      text: words.login_confirm,
      button: words.login_title,
    });
    return this.mailed.ask(center, { purpose: 'sign-in', elsewhere: LOGIN, question });
  }

  @CenterPage('POST', '/customer/login/link/:token', 'Sign in with a mailed link.')
  follow(center: CenterRequest): Promise<CenterAnswer> {
    const act = async (given: string, words: Words) => {
      const { token, expiresAt } = await this.links.signIn(given, originOf(center));
      const cookies = [writeVisitorCookie(token, expiresAt, center)];
      return { redirect: wayOn(center, ''), notice: words.welcome, cookies };
    };
    return this.mailed.follow(center, { elsewhere: LOGIN, act });
  }

  @CenterPage('GET', '/customer/logout', 'Ask whether to sign out.')
  leave(center: CenterRequest): CenterAnswer {
    const words = wordsOf(this.snippets, center);
    if (!center.visitor) return { redirect: center.link('/') };
    return confirmPage(center, { title: words.logout_title, text: words.logout_info, button: words.logout });
  }

  @CenterPage('POST', '/customer/logout', 'Sign out.')
  async out(center: CenterRequest): Promise<CenterAnswer> {
    const token = readVisitorCookie(center.cookies);
    if (token) await this.sessions.end(token);
    const notice = wordsOf(this.snippets, center).logout_success;
    return { redirect: center.link('/'), notice, cookies: [clearVisitorCookie(center)] };
  }

  private page(
    center: CenterRequest,
    {
      email,
      to,
      problem = null,
      status = 200,
    }: { email: string; to: string; problem?: string | null; status?: number },
  ): CenterAnswer {
    const words = wordsOf(this.snippets, center);
    const address = {
      name: 'email',
      label: words.email,
      type: 'email',
      autocomplete: 'username',
      required: true,
    } as const;
    return {
      page: 'login',
      title: words.login_title,
      status,
      head: { hidden: true },
      objects: {
        problem: problemBlock(problem),
        form_begin: formBegin(center.link(LOGIN)),
        hidden_parameters: hiddenFields({ to }),
        email: fieldBlock({ ...address, value: email, maxLength: 254 }),
        password: fieldBlock({
          ...{ name: 'password', label: words.password, type: 'password', autocomplete: 'current-password' },
          required: true,
        }),
        submit_button: submitBlock(words.login_title),
        form_end: FORM_END,
        link_form_begin: formBegin(center.link('/customer/login/link')),
        link_email: fieldBlock({ ...address, id: 'link_email', value: email, maxLength: 254 }),
        register_url: center.link('/customer/registrations/new'),
        forgot_url: center.link('/customer/password_resets/new'),
      },
    };
  }
}
