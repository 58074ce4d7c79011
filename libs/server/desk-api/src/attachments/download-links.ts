import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, InstallationSecret, type Config } from '@bureau/platform';

/** How long an address is good, in seconds: clients follow it at once. */
const GOOD_FOR = 300;

/** What an address leads to. */
export interface Download {
  of: 'case' | 'article' | 'upload';
  fileId: number;
}

/** Addresses under which a file is loaded by whoever has them, for five minutes; nobody who has one can make another. */
@Injectable()
export class DownloadLinks {
  constructor(
    private readonly clock: Clock,
    private readonly secret: InstallationSecret,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  to({ of, fileId }: Download): string {
    const said = `${of}-${fileId}-${this.seconds() + GOOD_FOR}`;
    return new URL(`/downloads/${said}-${this.secret.sign('download', said)}`, this.config.publicUrl).href;
  }

  /** Undefined for an address that is not ours, or not good any more. */
  read(token: string): Download | undefined {
    const [, said = '', of, fileId, until, signature = ''] =
      /^((case|article|upload)-(\d{1,15})-(\d{1,15}))-([\w-]{43})$/.exec(token) ?? [];
    if ((of !== 'case' && of !== 'article' && of !== 'upload') || !this.secret.verify('download', said, signature))
      return undefined;
    return Number(until) < this.seconds() ? undefined : { of, fileId: Number(fileId) };
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}
