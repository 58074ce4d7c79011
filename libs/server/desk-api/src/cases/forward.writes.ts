import { Injectable } from '@nestjs/common';
import { ForwardCase as Forward } from '@bureau/contracts';
import { ForwardCase } from '@bureau/cases';
import { z } from 'zod';
import type { Wish } from '../resource/desk-route.ts';
import { understood } from '../resource/understood.ts';
import { addressesIn } from './reply.body.ts';

const Text = z.string().nullish();

export const NewForward = z.object({ to: Text, cc: Text, subject: Text, note_text: Text });

export const FORWARD_NAMES: Record<string, string> = { text: 'note_text' };

@Injectable()
export class ForwardWrites {
  constructor(private readonly forwardCase: ForwardCase) {}

  /** Throws what {@link ForwardCase.run} throws. */
  async send({ actor, id: caseId, body }: Wish<z.output<typeof NewForward>>): Promise<number> {
    const forward = understood(Forward, {
      to: addressesIn(body.to) ?? [],
      cc: addressesIn(body.cc),
      subject: body.subject ?? undefined,
      text: body.note_text ?? undefined,
    });
    const { messageId } = await this.forwardCase.run(actor, caseId, forward);
    return messageId;
  }
}
