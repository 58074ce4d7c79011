/** An SMTP answer other than 250: code, enhanced code (RFC 3463) and words for the sender. */
export class SmtpRefusal extends Error {
  constructor(
    readonly responseCode: number,
    enhanced: string,
    words: string,
  ) {
    super(`${enhanced} ${words}`);
  }
}

/** Whatever went wrong inside is no fault of the sender: it is asked to try again (RFC 5321 §4.2.1). */
export function refusalOf(error: unknown): SmtpRefusal {
  if (error instanceof SmtpRefusal) return error;
  return new SmtpRefusal(451, '4.3.0', 'This desk cannot take mail at the moment; please try again.');
}
