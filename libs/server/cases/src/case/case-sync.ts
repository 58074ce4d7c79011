import { Injectable } from '@nestjs/common';
import type { FeedSegment } from '@bureau/domain';

/** What is to be brought to Salesforce. */
export type SyncWish = 'case' | 'customer';

/** What becomes of a post: it goes, waits until the case is there, or is not kept, because the two were taken apart. */
export type PostFate = 'goes' | 'waits' | 'apart';

export interface CaseSyncPort {
  isConnected(): Promise<boolean>;
  /** The case, or its customer, is to be in Salesforce, whatever its settings say. False: that was so already. */
  want(caseId: number, what: SyncWish): Promise<boolean>;
  /** Says something in the feed of the case there. */
  post(caseId: number, segments: readonly FeedSegment[]): Promise<PostFate>;
}

const NOT_CONNECTED: CaseSyncPort = {
  isConnected: async () => false,
  want: async () => false,
  post: async () => 'apart',
};

/** Cases that rules and macros send to Salesforce. Cases know no sync: whoever keeps it declares itself. */
@Injectable()
export class CaseSync implements CaseSyncPort {
  private port = NOT_CONNECTED;

  declare(port: CaseSyncPort): void {
    this.port = port;
  }

  isConnected(): Promise<boolean> {
    return this.port.isConnected();
  }

  want(caseId: number, what: SyncWish): Promise<boolean> {
    return this.port.want(caseId, what);
  }

  post(caseId: number, segments: readonly FeedSegment[]): Promise<PostFate> {
    return this.port.post(caseId, segments);
  }
}
