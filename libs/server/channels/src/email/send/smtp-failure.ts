import { z } from 'zod';
import type { HandOver } from '../../delivery/judge-hand-over.ts';

/** What nodemailer tells of a failure; every field may be missing. */
const Failure = z.object({
  code: z.string().catch(''),
  command: z.string().catch('CONN'),
  responseCode: z.number().nullable().catch(null),
  response: z.string().nullable().catch(null),
  message: z.string().catch('The mail could not be handed over.'),
});

type Broken = Extract<HandOver, { kind: 'broken' }>;

/** Reads a failure of nodemailer. Whether the message was handed over by then is known elsewhere. */
export function readSmtpFailure(error: unknown): Omit<Broken, 'handedOver'> {
  const { code, command, responseCode, response, message } = Failure.parse(
    error instanceof Error ? { ...error, message: error.message } : {},
  );
  return {
    kind: 'broken',
    command,
    replyCode: responseCode,
    // Refused before anybody was asked: an address that is none, a mail larger than the server says it takes.
    hopeless: responseCode === null && (code === 'EENVELOPE' || code === 'EMESSAGE'),
    words: (response ?? message).slice(0, 1000),
  };
}
