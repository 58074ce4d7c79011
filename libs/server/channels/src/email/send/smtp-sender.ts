import { Readable } from 'node:stream';
import { Inject, Injectable, Optional, type OnApplicationShutdown } from '@nestjs/common';
import { BlobMissing, BlobStorage, CONFIG, LOG, WorkerStopping, type Config, type Log } from '@bureau/platform';
import { createTransport, type Transporter } from 'nodemailer';
import type { SMTPPoolOptions, SMTPPoolSentMessageInfo } from 'nodemailer/lib/smtp-pool';
import type { HandOver } from '../../delivery/judge-hand-over.ts';
import type { ComposedMail } from './compose-mail.ts';
import { readSmtpFailure } from './smtp-failure.ts';
import {
  ownSmtpServer,
  SMTP_PATIENCE,
  smtpServerOf,
  type OwnServer,
  type SmtpPatience,
} from './smtp-server-options.ts';

export interface OutboundAttachment {
  fileName: string;
  contentType: string;
  sha256: string;
  /** By which the text shows it; null for what stands beside the text. */
  contentId: string | null;
}

export interface HandOverOptions {
  files: OutboundAttachment[];
  /** Called after the last byte and before the mark that ends the message; when it rejects, the message is not handed over. */
  beforeEnd: () => Promise<void>;
  signal: AbortSignal;
  /** Null: the desk's own server. */
  server?: OwnServer | null;
}

/** One message on its way out. */
interface Passage {
  handedOver: boolean;
  /** The desk could not, or would not, let the end leave. */
  stopped: boolean;
  beforeEnd: () => Promise<void>;
}

type Pool = Transporter<SMTPPoolSentMessageInfo, SMTPPoolOptions>;

/** A mailbox's pool rests so long before it is put away, in milliseconds. */
const RESTING_MS = 10 * 60_000;

/**
 * Hands mails to the desk's SMTP server, or to a mailbox's own, over a few connections to each that stay open between
 * mails.
 */
@Injectable()
export class SmtpSender implements OnApplicationShutdown {
  private readonly passages = new Map<string, Passage>();
  private readonly desk: Pool;
  private readonly own = new Map<string, { pool: Pool; putAway: NodeJS.Timeout }>();

  constructor(
    private readonly storage: BlobStorage,
    @Inject(CONFIG) private readonly config: Pick<Config, 'outboundSmtpUrl' | 'publicUrl'>,
    @Inject(LOG) private readonly log: Log,
    @Optional() @Inject(SMTP_PATIENCE) private readonly patience?: SmtpPatience,
  ) {
    this.desk = this.poolTo(smtpServerOf(config, patience));
  }

  /** Never rejects: whatever happens is a fact about the attempt. */
  async handOver(mail: ComposedMail, { files, beforeEnd, signal, server = null }: HandOverOptions): Promise<HandOver> {
    const passage: Passage = { handedOver: false, stopped: false, beforeEnd };
    this.passages.set(mail.messageId, passage);
    try {
      const attachments = files.map(({ fileName, contentType, sha256, contentId }) => ({
        filename: fileName,
        ...(contentId === null ? {} : { cid: contentId, contentDisposition: 'inline' as const }),
        contentType,
        content: this.open(sha256),
      }));
      const sent = await this.poolFor(server).sendMail({
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
        ours: passage.stopped || signal.reason instanceof WorkerStopping,
        ...(isLost(error) ? { hopeless: true } : {}),
      };
    } finally {
      this.passages.delete(mail.messageId);
    }
  }

  onApplicationShutdown(): void {
    for (const { pool, putAway } of this.own.values()) {
      clearTimeout(putAway);
      pool.close({ force: true });
    }
    this.desk.close({ force: true });
  }

  /** Settings that changed are another pool; the one before empties itself and is put away. */
  private poolFor(server: OwnServer | null): Pool {
    if (server === null) return this.desk;
    const key = JSON.stringify([server.host, server.port, server.tls, server.user, server.password]);
    const known = this.own.get(key);
    if (known) {
      known.putAway.refresh();
      return known.pool;
    }
    const pool = this.poolTo(ownSmtpServer(server, { publicUrl: this.config.publicUrl, patience: this.patience }));
    const putAway = setTimeout(() => this.putAway(key), RESTING_MS).unref();
    this.own.set(key, { pool, putAway });
    return pool;
  }

  private putAway(key: string): void {
    this.own.get(key)?.pool.close();
    this.own.delete(key);
  }

  private poolTo(options: ReturnType<typeof smtpServerOf>): Pool {
    const pool = createTransport(options);
    pool.use('stream', ({ data, message }, done) => {
      const passage = this.passages.get(String(data.messageId));
      // The last stage, which nobody reads before the receiver has said "354 go ahead".
      if (passage) message.processFunc((mail) => Readable.from(withGate(mail, passage)));
      done();
    });
    pool.on('error', (error) => this.log.debug({ err: error }, 'An outbound SMTP server broke a connection.'));
    return pool;
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
