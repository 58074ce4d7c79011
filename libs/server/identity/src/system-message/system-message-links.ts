import { Injectable } from '@nestjs/common';
import { LinkSources } from '@bureau/platform';
import { GroupHeirs } from '../group/group-heirs.ts';
import { SystemMessageRepository } from './system-message.repository.ts';
import { WriteSystemMessage } from './write-system-message.ts';

/** Says that the system message hangs on the groups that it is for; it goes on to the heir of one that goes. */
@Injectable()
export class SystemMessageLinks {
  constructor(
    messages: SystemMessageRepository,
    writeMessage: WriteSystemMessage,
    sources: LinkSources,
    heirs: GroupHeirs,
  ) {
    const count = async (groupId: number) => ((await messages.isFor(groupId)) ? 1 : 0);
    sources.declare('group', async (_actor, id) => [{ noun: 'system-message', count: await count(id), examples: [] }]);
    heirs.declare({
      noun: 'systemMessages',
      count,
      follow: (actor, from, to) => writeMessage.regroup(actor, from, to),
    });
  }
}
