import { Injectable } from '@nestjs/common';
import type { ThemeTemplateName } from '@bureau/contracts';
import { SystemLog } from '@bureau/platform';
import type { CenterBrand } from '../page/center-request.ts';
import { themeProblemOf } from './theme-problem.ts';

const HOUR_MS = 3_600_000;

/** Tells administrators that a template of their own failed for the public: the same one once an hour. */
@Injectable()
export class ThemeFailures {
  private readonly told = new Map<string, number>();

  constructor(private readonly systemLog: SystemLog) {}

  async report(failure: { brand: CenterBrand; template: ThemeTemplateName; thrown: unknown }): Promise<void> {
    const { brand, template, thrown } = failure;
    const { line, message } = themeProblemOf(thrown);
    const subject = `${brand.id} ${template} ${line} ${message}`;
    const now = performance.now();
    if (now - (this.told.get(subject) ?? -Infinity) < HOUR_MS) return;
    this.told.set(subject, now);
    const where = line === null ? '' : `, line ${line}`;
    await this.systemLog.write({
      level: 'error',
      part: 'theme',
      message: `The template ${template} of ${brand.name} failed${where}: ${message} Customers see an error page; correct it or go back to an earlier version.`,
      details: { brandId: brand.id, template, line },
    });
  }
}
