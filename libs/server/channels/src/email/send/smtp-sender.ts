import { Readable } from 'node:stream';
import { Inject, Injectable, Optional, type OnApplicationShutdown } from '@nestjs/common';
import { BlobMissing, BlobStorage, CONFIG, LOG, type Config, type Log } from '@bureau/platform';
import { createTransport, type Transporter } from 'nodemailer';
import type { SMTPPoolOptions, SMTPPoolSentMessageInfo } from 'nodemailer/lib/smtp-pool';
import type { HandOver } from '../../delivery/judge-hand-over.ts';
import type { ComposedMail } from './compose-mail.ts';
import { readSmtpFailure } from './smtp-failure.ts';
import { SMTP_PATIENCE, smtpServerOf, type SmtpPatience } from './smtp-server-options.ts';

export interface OutboundAttachment {
  fileName: string;
  contentType: string;
  sha256: string;
}

export interface HandOverOptions {
  files: OutboundAttachment[];
  /** Called after the last byte and before the mark that ends the message; when it rejects, the message is not handed over. */
  beforeEnd: () => Promise<void>;
  signal: AbortSignal;
}

/** One message on its way out. */
interface Passage {
  handedOver: boolean;
  /** The desk could not, or would not, let the end leave. */
  stopped: boolean;
  beforeEnd: () => Promise<void>;
}

/** Hands mails to the configured SMTP server over a few connections that stay open between mails. */
@Injectable()
export class SmtpSender implements OnApplicationShutdown {
  private readonly passages = new Map<string, Passage>();
  private readonly transport: Transporter<SMTPPoolSentMessageInfo, SMTPPoolOptions>;

  constructor(
    private readonly storage: BlobStorage,
    @Inject(CONFIG) config: Pick<Config, 'outboundSmtpUrl' | 'publicUrl'>,
    @Inject(LOG) log: Log,
    @Optional() @Inject(SMTP_PATIENCE) patience?: SmtpPatience,
  ) {
    this.transport = createTransport(smtpServerOf(config, patience));
    this.transport.use('stream', ({ data, message }, done) => {
      const passage = this.passages.get(String(data.messageId));
      // The last stage, which nobody reads before the receiver has said "354 go ahead".
      if (passage) message.processFunc((mail) => Readable.from(withGate(mail, passage)));
      done();
    });
    this.transport.on('error', (error) => log.debug({ err: error }, 'The outbound SMTP server broke a connection.'));
  }

  /** Never rejects: whatever happens is a fact about the attempt. */
  async handOver(mail: ComposedMail, { files, beforeEnd, signal }: HandOverOptions): Promise<HandOver> {
    const passage: Passage = { handedOver: false, stopped: false, beforeEnd };
    this.passages.set(mail.messageId, passage);
    try {
      const attachments = files.map(({ fileName, contentType, sha256 }) => ({
        filename: fileName,
        contentType,
        content: this.open(sha256),
      }));
      const sent = await this.transport.sendMail({
        ...mail,
        attachments,
        signal,
        xMailer: false,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      const refused = (sent.rejectedErrors ?? []).map(({ recipient, response, message }) => ({
        address: recipient ?? '',
        words: response ?? message,
      }));
      return { kind: 'accepted', words: sent.response, refused };
    } catch (error) {
      return {
        ...readSmtpFailure(error),
        handedOver: passage.handedOver,
        ours: passage.stopped,
        ...(isLost(error) ? { hopeless: true } : {}),
      };
    } finally {
      this.passages.delete(mail.messageId);
    }
  }

  onApplicationShutdown(): void {
    this.transport.close({ force: true });
  }

  /** Opened when its turn comes, so that a mail that never gets that far opens nothing. */
  private open(sha256: string): Readable {
    const { storage } = this;
    return Readable.from(
      (async function* () {
        yield* await storage.read(sha256);
      })(),
    );
  }
}

function isLost(error: unknown): boolean {
  return error instanceof BlobMissing;
}

async function* withGate(mail: AsyncIterable<Uint8Array>, passage: Passage): AsyncGenerator<Uint8Array> {
  yield* mail;
  passage.stopped = true;
  await passage.beforeEnd();
  passage.stopped = false;
  passage.handedOver = true;
}
