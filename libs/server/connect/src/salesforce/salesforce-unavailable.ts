/**
 * Salesforce is not asked at the moment. `none`: no organisation is connected; `off`: records are not kept in step;
 * `paused`: by an administrator; `reconnect`: somebody must sign in again.
 */
export class SalesforceUnavailable extends Error {
  override name = 'SalesforceUnavailable';

  constructor(readonly why: 'none' | 'off' | 'paused' | 'reconnect') {
    super(`Salesforce is not asked: ${why}.`);
  }
}
