/** The page of a case for its signed-in customer, below the brand's home. Mails name it, and get a key in its place. */
export function casePageOf(caseId: number): string {
  return `/customer/portal/private/cases/${caseId}`;
}
