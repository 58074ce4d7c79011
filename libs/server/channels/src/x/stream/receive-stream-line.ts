import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { PollLeaseRepository } from '../../social/in/poll/poll-lease.repository.ts';
import { ReceiveSocial } from '../../social/in/receive-social.ts';
import { accountIn } from './stream-rule.ts';

const Matched = z.object({ matching_rules: z.array(z.object({ tag: z.string().nullish() })).default([]) });

/** What stands for a character of which a part is missing. */
const CUT = '\uFFFD';

/** Makes what the stream brings safe, for each account whose term it matches. */
@Injectable()
export class ReceiveStreamLine {
  constructor(
    private readonly receive: ReceiveSocial,
    private readonly leases: PollLeaseRepository,
  ) {}

  /** `accounts`: those that listen, by X's id. Throws what keeps it from being safe. */
  async run(line: unknown, accounts: ReadonlyMap<string, number>): Promise<void> {
    const text = JSON.stringify(line);
    const found = Matched.safeParse(line);
    const tags = found.success ? found.data.matching_rules.map(({ tag }) => accountIn(tag ?? undefined)) : [];
    const accountIds = new Set(tags.flatMap((externalId) => accounts.get(externalId ?? '') ?? []));
    // X's client decodes each packet by itself, and cuts characters in two: such a post is asked for instead.
    if (text.includes(CUT)) return this.leases.hurrySearches([...accountIds]);
    for (const accountId of accountIds)
      await this.receive.run({ network: 'x', form: 'x-stream', bytes: Buffer.from(text), accountId });
  }
}
