import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, SystemLog, type Config } from '@bureau/platform';
import { isServerTrouble, type HandOver } from './judge-hand-over.ts';

/** One broken connection is an accident; so many in a row are an outage. */
const IN_A_ROW = 3;

/** Tells administrators once when the outbound server stops working for everybody, and once when it works again. */
@Injectable()
export class WatchOutboundServer {
  private inARow = 0;

  constructor(
    private readonly systemLog: SystemLog,
    @Inject(CONFIG) private readonly config: Pick<Config, 'outboundSmtpUrl'>,
  ) {}

  async note(handOver: HandOver): Promise<void> {
    const trouble = isServerTrouble(handOver);
    const before = this.inARow;
    this.inARow = trouble ? before + 1 : 0;
    if (trouble && this.inARow === IN_A_ROW) {
      await this.tell(
        'error',
        `cannot be used: ${handOver.words} All messages wait and are tried again by themselves.`,
      );
    }
    if (!trouble && before >= IN_A_ROW) await this.tell('info', 'works again; what waited leaves as its time comes.');
  }

  private tell(level: 'error' | 'info', what: string): Promise<void> {
    const { host } = new URL(this.config.outboundSmtpUrl);
    return this.systemLog.write({ level, part: 'delivery', message: `The outbound mail server ${host} ${what}` });
  }
}
