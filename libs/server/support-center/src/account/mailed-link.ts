import { Injectable } from '@nestjs/common';
import { ProblemError } from '@bureau/platform';
import { refuseWithoutAccounts } from '../form/private-page.ts';
import type { CenterAnswer } from '../page/center-answer.ts';
import type { CenterRequest } from '../page/center-request.ts';
import type { Words } from '../snippet/english.ts';
import { Snippets } from '../snippet/snippets.ts';
import { confirmPage, wordsOf } from './account-pages.ts';
import { AccountTokenRepository, type AccountPurpose } from './account-token.repository.ts';

/** What a mailed link asks before it does anything. `address` is the one that it was mailed to. */
type Question = (words: Words, address: string) => { title: string; text: string; button: string };

/** The two steps of a link in a mail: looking asks, its button does. One that is not good any more says so elsewhere. */
@Injectable()
export class MailedLink {
  constructor(
    private readonly tokens: AccountTokenRepository,
    private readonly snippets: Snippets,
  ) {}

  /** Uses nothing up: programs that check mails follow every link. `elsewhere` is a path below the base. */
  async ask(
    center: CenterRequest,
    { purpose, elsewhere, question }: { purpose: AccountPurpose; elsewhere: string; question: Question },
  ): Promise<CenterAnswer> {
    refuseWithoutAccounts(center);
    const link = await this.tokens.look(purpose, center.brand.id, center.params['token'] ?? '');
    if (!link) return this.gone(center, elsewhere);
    return confirmPage(center, question(wordsOf(this.snippets, center), link.address));
  }

  /** Does what was confirmed. */
  async follow(
    center: CenterRequest,
    { elsewhere, act }: { elsewhere: string; act: (token: string, words: Words) => Promise<CenterAnswer> },
  ): Promise<CenterAnswer> {
    refuseWithoutAccounts(center);
    try {
      return await act(center.params['token'] ?? '', wordsOf(this.snippets, center));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'link.gone') throw error;
      return this.gone(center, elsewhere);
    }
  }

  private gone(center: CenterRequest, elsewhere: string): CenterAnswer {
    return { redirect: center.link(elsewhere), notice: wordsOf(this.snippets, center).link_gone };
  }
}
