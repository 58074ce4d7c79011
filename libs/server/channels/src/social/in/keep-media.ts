import { Inject, Injectable } from '@nestjs/common';
import type { StoredFile } from '@bureau/cases';
import type { PostMedia } from '@bureau/domain';
import {
  BlobStorage,
  CONFIG,
  LOG,
  OutboundClient,
  OutboundRefused,
  pictureTypeOf,
  type Config,
  type Log,
} from '@bureau/platform';
import { IntakeRepository } from '../../intake/intake.repository.ts';
import { storable } from '../../intake/inbound-from-mail.ts';

/** What of a post's pictures and films is kept, and what is missing, in sentences. */
export interface KeptMedia {
  files: StoredFile[];
  notices: string[];
}

const FILE_LIMIT = 50 * 1024 * 1024;
const AVATAR_LIMIT = 2 * 1024 * 1024;
const FILES_AT_MOST = 12;
/** Together they may take a minute, and no more memory than a few of the largest. */
const FETCHED_AT_ONCE = 4;
const PATIENCE_MS = 20_000;

/**
 * Fetches what a post shows before its addresses end: they are named by strangers, so only public ones are asked (S21,
 * S47). What cannot be had is a sentence in its place; the post itself never waits for it.
 */
@Injectable()
export class KeepMedia {
  private readonly client: OutboundClient;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly storage: BlobStorage,
    private readonly intake: IntakeRepository,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.client = new OutboundClient({ exemptOrigins: [...config.outboundOrigins, ...originsOf(config)] });
  }

  /** Throws StorageUnavailable. */
  async run(media: readonly PostMedia[]): Promise<KeptMedia> {
    const kept: KeptMedia = { files: [], notices: [] };
    const wanted = media.slice(0, FILES_AT_MOST);
    for (let first = 0; first < wanted.length; first += FETCHED_AT_ONCE) {
      const some = wanted.slice(first, first + FETCHED_AT_ONCE);
      const fetched = await Promise.all(some.map(async (one) => ({ one, file: await this.fetch(one) })));
      for (const { one, file } of fetched) {
        if (file === null) kept.notices.push(missing(one));
        else kept.files.push(file);
      }
    }
    if (media.length > FILES_AT_MOST) kept.notices.push(`It shows ${media.length} files; ${FILES_AT_MOST} were kept.`);
    await this.intake.recordBlobs(kept.files);
    return kept;
  }

  /** The picture of somebody, if it is one. Throws StorageUnavailable. */
  async avatar(url: string): Promise<{ sha256: string; source: string } | null> {
    const body = await this.ask(url, { maxBytes: AVATAR_LIMIT, accept: 'image/*' });
    if (body === null || pictureTypeOf(body.body) === null) return null;
    const stored = await this.storage.put(body.body);
    await this.intake.recordBlobs([stored]);
    return { sha256: stored.sha256, source: url };
  }

  private async fetch({ url, fileName, contentType }: PostMedia): Promise<StoredFile | null> {
    const answer = await this.ask(url, { maxBytes: FILE_LIMIT, accept: '*/*' });
    if (answer === null) return null;
    const { sha256, size } = await this.storage.put(answer.body);
    const type = pictureTypeOf(answer.body) ?? typeIn(answer.contentType) ?? contentType;
    return {
      fileName: storable(fileName).slice(0, 255),
      contentType: type,
      size,
      sha256,
      contentId: null,
      inline: false,
    };
  }

  private async ask(url: string, { maxBytes, accept }: { maxBytes: number; accept: string }) {
    try {
      return await this.client.get(url, { maxBytes, timeoutMs: PATIENCE_MS, accept });
    } catch (error) {
      if (!(error instanceof OutboundRefused)) throw error;
      this.log.debug({ reason: error.reason }, 'A file of a post could not be had.');
      return null;
    }
  }
}

function missing({ fileName, description }: PostMedia): string {
  const what = description === '' ? fileName : `${fileName} (${description})`;
  return `The file ${storable(what).slice(0, 300)} could not be fetched. Look at the post at its place.`;
}

function typeIn(header: string): string | null {
  const [type = ''] = header.split(';');
  return /^[\w.+-]+\/[\w.+-]+$/u.test(type.trim()) ? type.trim().toLowerCase() : null;
}

/** Where the networks themselves are, when they are configured to be somewhere else than on the internet. */
function originsOf({ x, facebook }: Config): string[] {
  const socket = x.socket ? [`http://${x.socket.host}:${x.socket.port}`] : [];
  return [...socket, new URL(facebook.graphUrl).origin];
}
