import { Controller } from '@nestjs/common';
import { systemMessageApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, type HttpExchange, type RawJson } from '@bureau/platform';
import { SystemMessageRepository } from './system-message.repository.ts';
import { WriteSystemMessage } from './write-system-message.ts';

@Controller()
export class SystemMessageController {
  constructor(
    private readonly messages: SystemMessageRepository,
    private readonly writeMessage: WriteSystemMessage,
  ) {}

  @Handles(systemMessageApi.told)
  told(actor: Actor): Promise<RawJson> {
    return this.messages.told(actor);
  }

  @Handles(systemMessageApi.read)
  read(): Promise<RawJson> {
    return this.messages.read();
  }

  @Handles(systemMessageApi.write)
  write(actor: Actor, { body }: RouteCall<typeof systemMessageApi.write>, { ifMatch }: HttpExchange): Promise<RawJson> {
    return this.writeMessage.run(actor, { input: body, ifMatch });
  }
}
