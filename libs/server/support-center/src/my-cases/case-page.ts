import { Injectable } from '@nestjs/common';
import { downloadHeaders } from '@bureau/cases';
import { WebFormTokens } from '@bureau/channels';
import { WEB_FORM_LIMITS } from '@bureau/domain';
import { BlobStorage, ProblemError } from '@bureau/platform';
import { wordsOf } from '../account/account-pages.ts';
import { ATTACHMENT, filesBlock, saidOf } from '../email/email-page.ts';
import { RateCase } from '../feedback/rate-case.ts';
import { fieldBlock, FORM_END, formBegin, hiddenFields, problemBlock, submitBlock } from '../form/form-blocks.ts';
import { KEPT_FILES, type KeptFile } from '../form/kept-files.ts';
import type { CenterAnswer, PageAnswer } from '../page/center-answer.ts';
import type { CenterRequest } from '../page/center-request.ts';
import { phrase, Snippets } from '../snippet/snippets.ts';
import { KnownSite } from '../theme/known-site.ts';
import type { LiquidObjects } from '../theme/liquid-objects.ts';
import { html, type SafeHtml } from '../theme/safe-html.ts';
import { presentCase, type Telling } from './case-presenter.ts';
import { MyCasesQueries, type CaseReader, type ShownCase, type ShownMessage } from './my-cases.queries.ts';

export const REPLY = 'interaction[body]';

/** Who reads which case, and where its page is (below the base). */
export interface CaseVisit {
  reader: CaseReader;
  /** As whom somebody writes. */
  writer: { name: string; email: string };
  found: ShownCase;
  path: string;
}

/** An answer that was not taken yet. */
export interface UnsentReply {
  text: string;
  files: readonly KeptFile[];
  token: string;
  problem?: string;
  tooMany?: boolean;
  said?: string;
  status: number;
}

/** The page of one case: for who is signed in, and for who has its link. */
@Injectable()
export class CasePage {
  constructor(
    private readonly queries: MyCasesQueries,
    private readonly tokens: WebFormTokens,
    private readonly storage: BlobStorage,
    private readonly snippets: Snippets,
    private readonly site: KnownSite,
    private readonly rating: RateCase,
  ) {}

  async show(center: CenterRequest, visit: CaseVisit, unsent?: UnsentReply): Promise<CenterAnswer> {
    const { found, path, reader } = visit;
    const messages = await this.queries.messages(found.id);
    const rating =
      found.customerId === reader.customerId ? await this.rating.objects(center, { caseId: found.id, path }) : {};
    return this.draw(center, visit, { messages, rating, ...(unsent && { unsent }) });
  }

  draw(
    center: CenterRequest,
    visit: CaseVisit,
    { messages, rating = {}, unsent }: { messages: ShownMessage[]; rating?: LiquidObjects; unsent?: UnsentReply },
  ): PageAnswer {
    const { found, path } = visit;
    const words = wordsOf(this.snippets, center);
    const prefix = center.link(path);
    const own = found.customerId === visit.reader.customerId;
    return {
      page: 'myportal_show',
      title: found.subject || phrase(words.case_number, found.id),
      status: unsent?.status ?? 200,
      head: { hidden: true },
      objects: {
        case: presentCase(found, { messages, telling: this.telling(center, visit.reader), prefix }),
        company_case: !own,
        closed_info: found.status === 'closed' && own ? phrase(words.case_closed_info, found.id) : null,
        ...(own && found.status !== 'closed' ? this.replyBlocks(center, visit, unsent) : {}),
        ...rating,
      },
    };
  }

  /** Throws attachment.not-found, also for what the reader may not see. */
  async file(center: CenterRequest, { reader, found }: CaseVisit): Promise<CenterAnswer> {
    const fileId = Number(/^\d{1,15}$/.exec(center.params['fileId'] ?? '')?.[0] ?? 0);
    const file = await this.queries.file(reader, center.brand.id, { caseId: found.id, fileId });
    if (!file) throw new ProblemError('attachment.not-found');
    return { file: { content: await this.storage.read(file.sha256), headers: downloadHeaders(file) } };
  }

  telling({ brand, language }: CenterRequest, reader: CaseReader): Telling {
    const timeZone = this.site.current().timeZone ?? 'UTC';
    return { words: this.snippets.of(brand.id, language), language, timeZone, reader };
  }

  private replyBlocks(center: CenterRequest, { found, path }: CaseVisit, unsent?: UnsentReply) {
    const words = wordsOf(this.snippets, center);
    const { files = [], text = '', problem, tooMany = false, said = null } = unsent ?? {};
    const token = unsent?.token ?? this.tokens.issue(center.brand.id);
    const sealed = this.tokens.sealFiles(center.brand.id, files);
    const resolved = found.status === 'resolved';
    return {
      problem: problemBlock(said),
      form_begin: formBegin(center.link(`${path}/replies`), { files: true }),
      hidden_parameters: hiddenFields({ form_token: token, [KEPT_FILES]: sealed }),
      reply_body: fieldBlock({
        ...{ name: REPLY, label: words.reply_to_this_case, type: 'textarea', value: text, required: true },
        ...{ maxLength: WEB_FORM_LIMITS.body, help: resolved ? words.respond_to_reopen : '' },
        problem: problem && saidOf(words, problem, WEB_FORM_LIMITS.body),
      }),
      file_attachment: filesBlock({
        ...{ words, files, problems: tooMany ? [{ field: ATTACHMENT, snippet: 'attachments_too_many' }] : [] },
      }),
      submit_button: submitBlock(words.send_reply),
      resolve_or_reopen_button: resolveBlock(
        center.link(`${path}/${resolved ? 'reopen' : 'resolve'}`),
        resolved ? words.reopen_case : words.resolve_case,
      ),
      form_end: FORM_END,
    };
  }
}

/** A form of its own with one button. */
function resolveBlock(action: string, words: string): SafeHtml {
  const button = html`<div class="actions form-actions"><button class="quiet" type="submit">${words}</button></div>`;
  return html`${formBegin(action)}${button}${FORM_END}`;
}
