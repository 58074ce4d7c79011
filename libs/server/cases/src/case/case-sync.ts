import { Injectable } from '@nestjs/common';

/** What is to be brought to Salesforce. */
export type SyncWish = 'case' | 'customer';

export interface CaseSyncPort {
  isConnected(): Promise<boolean>;
  /** The case, or its customer, is to be in Salesforce, whatever its settings say. False: that was so already. */
  want(caseId: number, what: SyncWish): Promise<boolean>;
}

const NOT_CONNECTED: CaseSyncPort = { isConnected: async () => false, want: async () => false };

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
}
