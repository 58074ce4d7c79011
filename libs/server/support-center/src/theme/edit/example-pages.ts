import { Injectable } from '@nestjs/common';
import { Clock } from '@bureau/platform';
import type { ThemeTemplateName } from '@bureau/contracts';
import { confirmPage, wordsOf } from '../../account/account-pages.ts';
import { myAccountPage } from '../../account/my-account.page.ts';
import { feedbackObjects } from '../../feedback/feedback-objects.ts';
import { fieldBlock, FORM_END, formBegin, hiddenFields, submitBlock } from '../../form/form-blocks.ts';
import { CasePage } from '../../my-cases/case-page.ts';
import { CASES, myCasesPage } from '../../my-cases/my-cases-page.ts';
import type { CenterAnswer, PageAnswer } from '../../page/center-answer.ts';
import type { CenterRequest } from '../../page/center-request.ts';
import { phrase, Snippets } from '../../snippet/snippets.ts';
import { EXAMPLE_VISITOR, exampleData } from './example-data.ts';

type Example = (center: CenterRequest) => CenterAnswer;

/** Pages that only their own customer can open, drawn as they are drawn for him, on examples. */
@Injectable()
export class ExamplePages {
  private readonly pages: Partial<Record<ThemeTemplateName, Example>> = {
    myportal_index: (center) => this.cases(center),
    myportal_show: (center) => this.oneCase(center),
    myaccount: (center) => this.account(center),
    authentication_verification: (center) => this.confirmation(center),
    password_reset: (center) => this.password(center),
    email_submitted: (center) => this.thanks(center),
    email_pre_create: (center) => this.suggestions(center, 'email_pre_create'),
    question_pre_create: (center) => this.suggestions(center, 'question_pre_create'),
    chat_pre_create: (center) => this.suggestions(center, 'chat_pre_create'),
    chat_new: (center) => this.chat(center),
    customer_feedback: (center) => this.survey(center, 'customer_feedback'),
    customer_feedback_completed: (center) => this.survey(center, 'customer_feedback_completed'),
  };

  constructor(
    private readonly casePage: CasePage,
    private readonly snippets: Snippets,
    private readonly clock: Clock,
  ) {}

  has(template: ThemeTemplateName): boolean {
    return this.pages[template] !== undefined;
  }

  /** Undefined for a page that can be seen as it is. */
  answer(center: CenterRequest, template: ThemeTemplateName): CenterAnswer | undefined {
    return this.pages[template]?.(center);
  }

  private cases(center: CenterRequest): PageAnswer {
    const { cases } = this.data(center);
    const telling = this.casePage.telling(center, EXAMPLE_VISITOR);
    const chosen = { whose: 'mine', all: true, mayReadCompany: true } as const;
    return myCasesPage(center, { items: cases, next: null }, { telling, chosen });
  }

  private oneCase(center: CenterRequest): PageAnswer {
    const { found, messages } = this.data(center);
    const { name, email } = EXAMPLE_VISITOR;
    const visit = { reader: EXAMPLE_VISITOR, writer: { name, email }, found, path: `${CASES}/${found.id}` };
    return this.casePage.draw(center, visit, { messages });
  }

  private account(center: CenterRequest): PageAnswer {
    const { name, email: address } = EXAMPLE_VISITOR;
    const known = { type: 'work', verified: true, primary: true } as const;
    const details = {
      ...{ name, language: center.language, hasPassword: true },
      addresses: [
        { ...known, address },
        { ...known, address: `home.${address}`, primary: false },
      ],
    };
    return myAccountPage(center, { details, problems: {}, words: wordsOf(this.snippets, center) });
  }

  private confirmation(center: CenterRequest): CenterAnswer {
    const words = wordsOf(this.snippets, center);
    const title = phrase(words.login_confirm_title, EXAMPLE_VISITOR.email);
    return confirmPage(center, { title, text: words.login_confirm, button: words.login_title });
  }

  private password(center: CenterRequest): PageAnswer {
    const words = wordsOf(this.snippets, center);
    return {
      page: 'password_reset',
      title: words.password_reset_title,
      objects: {
        ...this.form(center, words.update_password),
        text: phrase(words.password_reset_choose, EXAMPLE_VISITOR.email),
        password: fieldBlock({
          name: 'password',
          label: words.new_password,
          type: 'password',
          help: words.password_help,
        }),
      },
    };
  }

  private thanks(center: CenterRequest): PageAnswer {
    const words = wordsOf(this.snippets, center);
    const { id } = this.data(center).found;
    const objects = { case: { id }, case_number: phrase(words.email_case_number, id) };
    return { page: 'email_submitted', title: words.email_sent, objects };
  }

  private suggestions(
    center: CenterRequest,
    page: 'email_pre_create' | 'question_pre_create' | 'chat_pre_create',
  ): PageAnswer {
    const words = wordsOf(this.snippets, center);
    const { subject, answered } = this.data(center).words;
    const article = { subject_plain: subject, body_plain: answered, public_url: center.link('/') };
    const objects = { ...this.form(center, words.did_not_help), articles: [article] };
    return { page, title: words.do_these_help, objects };
  }

  private chat(center: CenterRequest): PageAnswer {
    const words = wordsOf(this.snippets, center);
    const objects = {
      ...this.form(center, words.start_chat),
      interaction_name: fieldBlock({ name: 'interaction[name]', label: words.your_name, maxLength: 100 }),
      interaction_email: fieldBlock({ name: 'interaction[email]', label: words.your_email, maxLength: 100 }),
      chat_subject: fieldBlock({ name: 'chat[subject]', label: words.your_question, maxLength: 100 }),
    };
    return { page: 'chat_new', title: words.chat_support, objects };
  }

  private survey(center: CenterRequest, page: 'customer_feedback' | 'customer_feedback_completed'): PageAnswer {
    const words = wordsOf(this.snippets, center);
    const { found: shown, survey } = this.data(center);
    const found = {
      ...({ survey, state: 'open', given: null, resolution: 1 } as const),
      expiresAt: new Date(this.clock.now().getTime() + survey.expiresAfterDays * 86_400_000),
      case: {
        ...({ id: shown.id, brandId: center.brand.id, status: 'resolved', resolutionCount: 1 } as const),
        ...{ resolvedAt: this.clock.now(), customerId: shown.customerId, customerName: shown.customerName },
      },
    };
    const chosen = { rating: 3, comment: '', problem: null } as const;
    const objects = feedbackObjects(center, { found, words, url: center.link('/'), chosen });
    return { page, title: words.customer_feedback_title, objects };
  }

  private form(center: CenterRequest, button: string) {
    return {
      form_begin: formBegin(center.link('/')),
      hidden_parameters: hiddenFields({}),
      submit_button: submitBlock(button),
      form_end: FORM_END,
    };
  }

  private data({ language }: CenterRequest) {
    return exampleData(language, this.clock.now());
  }
}
