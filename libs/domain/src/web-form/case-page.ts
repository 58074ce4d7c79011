/** The page of a case for its signed-in customer, below the brand's home. Mails name it, and get a key in its place. */
export function casePageOf(caseId: number): string {
  return `/customer/portal/private/cases/${caseId}`;
}

/** The link of a case with its key, as mails to its customer hold it, below the brand's home. */
export function keyedCasePageOf(token: string): string {
  return `/customer/portal/cases/${token}`;
}

/** What a customer quotes of our mails, without the keys in it: whoever reads it later is not to get in with them. */
export function withoutCaseKeys(words: string): string {
  return words.replace(/\/customer\/portal\/cases\/[0-9a-z]{1,10}-[\w-]{43}/g, '/customer/portal/private/cases');
}
