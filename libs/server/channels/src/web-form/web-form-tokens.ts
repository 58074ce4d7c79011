import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { StoredFile } from '@bureau/cases';
import { Clock, InstallationSecret } from '@bureau/platform';
import { z } from 'zod';

/** A person takes at least this long to fill the form. */
export const LEAST_FILL_MS = 2_000;
const GOOD_FOR_MS = 7 * 24 * 3_600_000;

const Kept = z.array(
  z.object({
    fileName: z.string(),
    contentType: z.string(),
    size: z.number(),
    sha256: z.string(),
    contentId: z.null(),
    inline: z.literal(false),
  }),
);
export type KeptFile = z.infer<typeof Kept>[number];

/** What a form that was handed out is called, so that it is taken once, and when that was. */
export interface HandedOut {
  submissionId: string;
  at: Date;
}

/** Signs what a form carries from one page to the next. Nothing is kept until somebody sends it. */
@Injectable()
export class WebFormTokens {
  constructor(
    private readonly secret: InstallationSecret,
    private readonly clock: Clock,
  ) {}

  /** A token for a form of a brand. Its submission id is 128 random bits: who has it is whoever got the form. */
  issue(brandId: number): string {
    const words = `${randomBytes(16).toString('base64url')}.${this.clock.now().getTime().toString(36)}`;
    return `${words}.${this.secret.sign('web-form', `${brandId} ${words}`)}`;
  }

  /** Undefined for a token that was not issued for this brand, or a week ago. */
  read(brandId: number, token: string): HandedOut | undefined {
    const [submissionId = '', time = '', signature = ''] = token.split('.');
    if (!this.secret.verify('web-form', `${brandId} ${submissionId}.${time}`, signature)) return undefined;
    const at = Number.parseInt(time, 36);
    const age = this.clock.now().getTime() - at;
    return age >= 0 && age < GOOD_FOR_MS ? { submissionId, at: new Date(at) } : undefined;
  }

  /** Whether it was filled faster than a person can. */
  isTooFast({ at }: HandedOut): boolean {
    return this.clock.now().getTime() - at.getTime() < LEAST_FILL_MS;
  }

  /** Files that are in the storage already, to be carried along while the form is mended. */
  sealFiles(brandId: number, files: readonly StoredFile[]): string {
    if (files.length === 0) return '';
    const words = Buffer.from(JSON.stringify(files)).toString('base64url');
    return `${words}.${this.secret.sign('web-form', `${brandId} files ${words}`)}`;
  }

  /** None for what was not sealed here. */
  openFiles(brandId: number, sealed: string): KeptFile[] {
    const [words = '', signature = ''] = sealed.split('.');
    if (!this.secret.verify('web-form', `${brandId} files ${words}`, signature)) return [];
    return Kept.parse(JSON.parse(Buffer.from(words, 'base64url').toString('utf8')));
  }
}
