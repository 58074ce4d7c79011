import { Inject, Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { defineJob, HandlesJob, JobQueue, LOG, OnEvent, type Log } from '@bureau/platform';
import { z } from 'zod';
import { ThreadOnFacebook } from '../../facebook/thread-on-facebook.ts';
import { ThreadOnX } from '../../x/thread-on-x.ts';
import { SocialPostRepository } from '../in/social-post.repository.ts';
import { readUnits, findUnits } from '../in/social-reader.ts';
import type { Form } from '../in/read/unit.ts';
import { AccountUnavailable, NetworkFailure } from '../network-failure.ts';
import { ThreadBeginningRepository, type ThreadBeginning } from './thread-beginning.repository.ts';

const fetchThread = defineJob('social.fetch-thread', z.object({ caseId: z.number() }), { attempts: 4, concurrency: 2 });

/** A page of posts as their network told them. */
export interface ThreadPage {
  form: Form;
  page: unknown;
}

/** What the posts of a new case answer, and nobody here has heard of: it is fetched once, so that agents see it around them. */
@Injectable()
export class FetchThreadOnCaseOpened {
  constructor(
    private readonly beginnings: ThreadBeginningRepository,
    private readonly onX: ThreadOnX,
    private readonly onFacebook: ThreadOnFacebook,
    private readonly posts: SocialPostRepository,
    private readonly queue: JobQueue,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** What came from Salesforce has no posts. */
  @OnEvent('case.opened', 'channels.fetch-thread', ({ actor }) => actor.kind !== 'sync')
  async opened({ caseId }: EventPayload<'case.opened'>): Promise<void> {
    if (await this.beginnings.find(caseId)) await this.queue.add(fetchThread, { caseId }, { id: `${caseId}` });
  }

  @HandlesJob(fetchThread)
  async run({ caseId }: { caseId: number }): Promise<void> {
    const beginning = await this.beginnings.find(caseId);
    if (!beginning) return;
    try {
      const network = beginning.network === 'x' ? this.onX : this.onFacebook;
      for (const page of await network.fetch(beginning)) await this.keep(beginning, page);
    } catch (error) {
      if (error instanceof AccountUnavailable) return;
      if (!(error instanceof NetworkFailure) || error.kind === 'transient') throw error;
      this.log.info({ caseId, kind: error.kind }, 'What stands around a case could not be read.');
    }
  }

  /** As context only: what is for us comes by itself. What is known already is known better. */
  private async keep({ network, accountId, listenerId, handle }: ThreadBeginning, { form, page }: ThreadPage) {
    const bytes = Buffer.from(JSON.stringify(page));
    const pointers = findUnits(network, form, bytes).map(({ pointer }) => pointer);
    const listener = { externalId: listenerId, handle };
    for (const { fact } of readUnits(network, form, { bytes, pointers, listener })) {
      if (fact.kind === 'post') await this.posts.keepAround(accountId, fact.post);
    }
  }
}
