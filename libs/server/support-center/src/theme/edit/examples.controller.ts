import { Controller } from '@nestjs/common';
import { ThemeTemplateName } from '@bureau/contracts';
import { ProblemError } from '@bureau/platform';
import type { CenterAnswer } from '../../page/center-answer.ts';
import { CenterPage } from '../../page/center-page.ts';
import type { CenterRequest } from '../../page/center-request.ts';
import { ExamplePages } from './example-pages.ts';

export const EXAMPLES = '/customer/portal/examples';

/** Where the desk shows itself a template on examples; to everybody else there is nothing here. */
@Controller()
export class ExamplesController {
  constructor(private readonly examples: ExamplePages) {}

  @CenterPage('GET', `${EXAMPLES}/:template`, 'Show an administrator who tries a template the page on examples.', {
    evenClosed: true,
  })
  show(center: CenterRequest): CenterAnswer {
    const named = ThemeTemplateName.safeParse(center.params['template']);
    const answer = center.draft && named.success ? this.examples.answer(center, named.data) : undefined;
    if (!answer) throw new ProblemError('route.not-found');
    return answer;
  }
}
