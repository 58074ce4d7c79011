import { Controller } from '@nestjs/common';
import { problemOfAddress, WEB_FORM_LIMITS } from '@bureau/domain';
import { ProblemError } from '@bureau/platform';
import { fieldBlock, FORM_END, formBegin, submitBlock } from '../form/form-blocks.ts';
import { refuseWithoutAccounts, wayOn } from '../form/private-page.ts';
import type { CenterAnswer } from '../page/center-answer.ts';
import { CenterPage } from '../page/center-page.ts';
import type { CenterRequest } from '../page/center-request.ts';
import type { Words } from '../snippet/english.ts';
import { phrase, Snippets } from '../snippet/snippets.ts';
import { formOf, mailedPage, originOf, wordsOf } from './account-pages.ts';
import { AccountTokenRepository } from './account-token.repository.ts';
import { RequestAccountLink } from './request-account-link.ts';
import { UseAccountLink } from './use-account-link.ts';
import { writeVisitorCookie } from './visitor-cookie.ts';

type Purpose = 'registration' | 'password-reset';

/** Customers register and replace passwords they forgot: first a mail, then a password. */
@Controller()
export class RegistrationController {
  constructor(
    private readonly request: RequestAccountLink,
    private readonly links: UseAccountLink,
    private readonly tokens: AccountTokenRepository,
    private readonly snippets: Snippets,
  ) {}

  @CenterPage('GET', '/customer/registrations/new', 'Show the registration of customers.')
  register(center: CenterRequest): CenterAnswer {
    refuseWithoutAccounts(center);
    return this.askPage('registration', center, { name: '', email: center.query['email'] ?? '' });
  }

  @CenterPage('GET', '/customer/login/identity/register', 'The registration, under its old address.')
  registerOfOld(center: CenterRequest): CenterAnswer {
    refuseWithoutAccounts(center);
    return { redirect: center.link('/customer/registrations/new'), permanent: true };
  }

  @CenterPage('POST', '/customer/registrations', 'Mail a link to whoever registers.')
  takeRegistration(center: CenterRequest): Promise<CenterAnswer> {
    return this.mail('registration', center);
  }

  @CenterPage('GET', '/customer/registrations/:token', 'Let whoever registers choose a password.')
  choose(center: CenterRequest): Promise<CenterAnswer> {
    return this.choosePage('registration', center);
  }

  @CenterPage('POST', '/customer/registrations/:token', 'Complete a registration.')
  complete(center: CenterRequest): Promise<CenterAnswer> {
    return this.setPassword('registration', center);
  }

  @CenterPage('GET', '/customer/password_resets/new', 'Show the form for a forgotten password.')
  forgot(center: CenterRequest): CenterAnswer {
    refuseWithoutAccounts(center);
    return this.askPage('password-reset', center, { name: '', email: center.query['email'] ?? '' });
  }

  @CenterPage('POST', '/customer/password_resets', 'Mail a link to whoever forgot the password.')
  takeForgotten(center: CenterRequest): Promise<CenterAnswer> {
    return this.mail('password-reset', center);
  }

  @CenterPage('GET', '/customer/password_resets/:token', 'Let a customer choose a new password.')
  chooseAnew(center: CenterRequest): Promise<CenterAnswer> {
    return this.choosePage('password-reset', center);
  }

  @CenterPage('POST', '/customer/password_resets/:token', 'Replace a forgotten password.')
  replace(center: CenterRequest): Promise<CenterAnswer> {
    return this.setPassword('password-reset', center);
  }

  private async mail(purpose: Purpose, center: CenterRequest): Promise<CenterAnswer> {
    refuseWithoutAccounts(center);
    const form = formOf(center);
    const address = form.get('email').trim().toLowerCase();
    const name = form.get('name').replace(/\s+/g, ' ').trim().slice(0, WEB_FORM_LIMITS.name);
    const problem = problemOfAddress(address);
    if (problem !== null) return this.askPage(purpose, center, { name, email: address, problem });
    const { language, brand } = center;
    await this.request.run({ purpose, brandId: brand.id, address, name, language }, center.ip);
    return mailedPage(this.snippets, center, address);
  }

  private askPage(
    purpose: Purpose,
    center: CenterRequest,
    { name, email, problem }: { name: string; email: string; problem?: string },
  ): CenterAnswer {
    const words = wordsOf(this.snippets, center);
    const registers = purpose === 'registration';
    const most = WEB_FORM_LIMITS;
    return {
      page: registers ? 'registration' : 'forgot_password',
      title: registers ? words.registration_title : words.password_reset_title,
      status: problem === undefined ? 200 : 422,
      head: { hidden: true },
      objects: {
        form_begin: formBegin(center.link(registers ? '/customer/registrations' : '/customer/password_resets')),
        name: fieldBlock({
          ...{ name: 'name', label: words.your_name, value: name, autocomplete: 'name', maxLength: most.name },
          required: true,
        }),
        email: fieldBlock({
          ...{ name: 'email', label: words.email, value: email, type: 'email', autocomplete: 'email' },
          ...{ required: true, maxLength: most.email, problem: problem && saidOf(words, problem) },
        }),
        submit_button: submitBlock(words.send_instructions),
        form_end: FORM_END,
        login_url: center.link('/customer/login'),
      },
    };
  }

  /** Looking at the link uses nothing up. */
  private async choosePage(purpose: Purpose, center: CenterRequest, problem?: string): Promise<CenterAnswer> {
    refuseWithoutAccounts(center);
    const words = wordsOf(this.snippets, center);
    const link = await this.tokens.look(purpose, center.brand.id, center.params['token'] ?? '');
    if (!link) return this.gone(purpose, center);
    const registers = purpose === 'registration';
    const text = registers ? words.complete_registration_info : words.password_reset_choose;
    return {
      page: 'password_reset',
      title: registers ? words.complete_registration : words.password_reset_title,
      status: problem === undefined ? 200 : 422,
      head: { hidden: true },
      objects: {
        text: phrase(text, link.address),
        form_begin: formBegin(center.link(center.path)),
        password: fieldBlock({
          ...{ name: 'password', label: words.new_password, type: 'password', autocomplete: 'new-password' },
          ...{ required: true, help: words.password_help, problem },
        }),
        submit_button: submitBlock(registers ? words.register : words.update_password),
        form_end: FORM_END,
      },
    };
  }

  private async setPassword(purpose: Purpose, center: CenterRequest): Promise<CenterAnswer> {
    refuseWithoutAccounts(center);
    const words = wordsOf(this.snippets, center);
    try {
      const given = { token: center.params['token'] ?? '', password: formOf(center).get('password') };
      const { token, expiresAt } = await this.links.setPassword(purpose, given, originOf(center));
      const notice = purpose === 'registration' ? words.welcome : words.password_changed;
      return { redirect: wayOn(center, ''), notice, cookies: [writeVisitorCookie(token, expiresAt, center)] };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.code === 'link.gone') return this.gone(purpose, center);
      if (error.code !== 'request.invalid') throw error;
      return this.choosePage(purpose, center, await this.links.saidOfPassword(words.password_weak));
    }
  }

  private gone(purpose: Purpose, center: CenterRequest): CenterAnswer {
    const path = purpose === 'registration' ? '/customer/registrations/new' : '/customer/password_resets/new';
    return { redirect: center.link(path), notice: wordsOf(this.snippets, center).link_gone };
  }
}

/** What is wrong, in words; the number of an address that is too long is in it. */
function saidOf(words: Words, problem: string): string {
  const known = new Map<string, string>(Object.entries(words));
  return phrase(known.get(problem) ?? words.field_invalid, WEB_FORM_LIMITS.email);
}
