import { WEB_FORM_LIMITS } from '@bureau/domain';
import { fieldBlock, FORM_END, formBegin, hiddenFields, submitBlock } from '../form/form-blocks.ts';
import type { PageAnswer } from '../page/center-answer.ts';
import type { CenterRequest } from '../page/center-request.ts';
import type { Words } from '../snippet/english.ts';
import type { AccountDetails } from './account.repository.ts';

/** What is wrong with a field of the account, in words. */
export interface AccountProblems {
  name?: string;
  current?: string;
  next?: string;
  email?: string;
}

export function myAccountPage(
  center: CenterRequest,
  { details, problems, words }: { details: AccountDetails; problems: AccountProblems; words: Words },
): PageAnswer {
  return {
    page: 'myaccount',
    title: words.account_title,
    status: Object.keys(problems).length > 0 ? 422 : 200,
    head: { hidden: true },
    objects: {
      ...profileBlocks(center, { details, problems, words }),
      ...passwordBlocks(center, { details, problems, words }),
      ...addressBlocks(center, { details, problems, words }),
      sign_out_form: formBegin(center.link('/customer/account/sign-out')),
      form_end: FORM_END,
    },
  };
}

interface Said {
  details: AccountDetails;
  problems: AccountProblems;
  words: Words;
}

function profileBlocks({ brand, language, link }: CenterRequest, { details, problems, words }: Said) {
  const choices = brand.languages.map((value) => ({ value, words: nameOf(value) }));
  return {
    profile_form: formBegin(link('/customer/account')),
    name: fieldBlock({
      ...{ name: 'name', label: words.your_name, value: details.name, autocomplete: 'name', required: true },
      ...{ maxLength: WEB_FORM_LIMITS.name, problem: problems.name },
    }),
    language:
      choices.length > 1
        ? fieldBlock({ name: 'language', label: words.account_language, type: 'select', choices, value: language })
        : null,
    save_button: submitBlock(words.save),
  };
}

function passwordBlocks({ link }: CenterRequest, { details, problems, words }: Said) {
  const secret = { type: 'password', required: true } as const;
  return {
    password_form: formBegin(link('/customer/account/password')),
    has_password: details.hasPassword,
    current_password: details.hasPassword
      ? fieldBlock({
          ...{ name: 'current', label: words.current_password, autocomplete: 'current-password' },
          ...{ ...secret, problem: problems.current },
        })
      : null,
    new_password: fieldBlock({
      ...{ name: 'next', label: words.new_password, autocomplete: 'new-password', help: words.password_help },
      ...{ ...secret, problem: problems.next },
    }),
    password_button: submitBlock(words.update_password),
  };
}

function addressBlocks({ link }: CenterRequest, { details, problems, words }: Said) {
  return {
    address_form: formBegin(link('/customer/account/emails')),
    change_address_form: formBegin(link('/customer/account/emails/change')),
    new_email: fieldBlock({
      ...{ name: 'email', label: words.account_email_add, type: 'email', autocomplete: 'email', required: true },
      ...{ maxLength: WEB_FORM_LIMITS.email, problem: problems.email },
    }),
    address_button: submitBlock(words.verify),
    addresses: details.addresses.map(({ address, verified, primary }) => ({
      address,
      verified,
      primary,
      hidden: hiddenFields({ email: address }),
    })),
  };
}

/** What a language calls itself. */
function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
