import { Injectable } from '@nestjs/common';
import { sanitiseHtml } from '@bureau/cases';
import type { FieldError, TemplateKind, WriteTemplate } from '@bureau/contracts';
import { CustomFieldRepository } from '@bureau/customers';
import { checkPlaceholders, checkTemplate, htmlCost, normaliseTemplate, type CheckOptions } from '@bureau/domain';
import { InvalidInput } from '@bureau/platform';

/** Sanitising takes time that grows faster than the nesting, and no editor nests so deep. */
const MOST_LEVELS = 50;

/** Makes what an administrator wrote safe to send, and refuses what could not say what it means. */
@Injectable()
export class SafeTemplate {
  constructor(private readonly fields: CustomFieldRepository) {}

  /** Throws request.invalid, each message naming the placeholder and the fix. */
  async from(kind: TemplateKind, { subject, html }: WriteTemplate): Promise<WriteTemplate> {
    if (htmlCost(html).depth > MOST_LEVELS) refuse('html', ['The formatting is too complicated; make it simpler.']);
    const options: CheckOptions = { place: kind, customFields: await this.customFields() };
    const written = normaliseTemplate(html);
    const errors: FieldError[] = [
      ...checkTemplate(written, options).map((message) => ({ path: 'html', message })),
      ...this.problemsOfSubject(subject, options).map((message) => ({ path: 'subject', message })),
    ];
    if (errors.length > 0) throw new InvalidInput(errors.slice(0, 20));
    const { html: clean } = sanitiseHtml(written, { allowRemoteImages: true });
    const safe = normaliseTemplate(clean.replaceAll('<br />', '<br>'));
    return { subject: kind === 'acknowledgement' ? subject : '', html: safe };
  }

  /** Throws request.invalid. */
  async checkSignature(signature: string): Promise<void> {
    refuse('signature', checkPlaceholders(signature, { place: 'signature', customFields: await this.customFields() }));
  }

  private problemsOfSubject(subject: string, options: CheckOptions): string[] {
    if (options.place !== 'acknowledgement') return [];
    if (subject === '') return ['Write the subject of the mail.'];
    return [
      ...checkPlaceholders(subject, options),
      ...(/\{\{\s*(?:message|signature|history)\b/.test(subject) ? ['A subject holds no parts of a mail.'] : []),
    ];
  }

  private async customFields() {
    const owners = ['case', 'customer', 'company'] as const;
    const defined = await Promise.all(
      owners.map(async (owner) => (await this.fields.definitions(owner)).map(({ key }) => ({ owner, key }))),
    );
    return defined.flat();
  }
}

function refuse(path: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new InvalidInput(problems.map((message) => ({ path, message })));
}
