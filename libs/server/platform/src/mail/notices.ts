import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { InstallationSecret, seal, unseal } from '../config/index.ts';
import { defineJob, JobQueue } from '../jobs/index.ts';

/** A mail of the desk itself to one person. Plain text, in which nobody else has a word; HTML only of a mail that he tries out himself. */
export interface Notice {
  to: string;
  subject: string;
  text: string;
  html?: string | undefined;
  /** The mailbox that it leaves from, where it is mail of one brand; otherwise the desk's first. */
  mailboxId?: number | undefined;
}

const Sealed = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  mailboxId: z.number().optional(),
});

/** For about an hour; a notice that arrives twice does no harm. */
export const sendNotice = defineJob('notice.send', z.object({ sealed: z.string() }), {
  attempts: 8,
  backoff: { type: 'exponential', delayMs: 30_000 },
  rememberMs: 0,
});

/**
 * Mails that tell somebody of the desk something: an invitation, a link for a new password. Whatever delivers mail handles
 * the job. It is sealed, because a link is a secret and jobs lie in a database.
 */
@Injectable()
export class Notices {
  constructor(
    private readonly jobs: JobQueue,
    private readonly secret: InstallationSecret,
  ) {}

  send(notice: Notice): Promise<void> {
    return this.jobs.add(sendNotice, { sealed: seal(this.secret, JSON.stringify(notice)) });
  }

  open({ sealed }: { sealed: string }): Notice {
    return Sealed.parse(JSON.parse(unseal(this.secret, sealed)));
  }
}
