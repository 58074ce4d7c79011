/** What one mail may cost (S9). Beyond a limit the mail is still a case: with a notice and its raw source attached. */
export interface MailLimits {
  /** Raw size in bytes up to which parts are taken apart. */
  bytes: number;
  /** Bytes of the top header block that are read. */
  headerBytes: number;
  /** MIME parts of every kind, containers included. */
  parts: number;
  /** Nested multipart levels. */
  depth: number;
  /** Characters of plain text, and of HTML, that are kept as body. */
  bodyCharacters: number;
  /** Elements, and levels of them, up to which HTML is kept as body; no person's mail has so many. */
  htmlTags: number;
  htmlDepth: number;
}

/** Above what the large providers deliver (Gmail 25 MB, Exchange Online 150 MB only by choice). */
export const MAIL_LIMITS: MailLimits = {
  bytes: 60 * 1024 * 1024,
  headerBytes: 256 * 1024,
  parts: 1000,
  depth: 50,
  bodyCharacters: 2 * 1024 * 1024,
  htmlTags: 40_000,
  htmlDepth: 250,
};
