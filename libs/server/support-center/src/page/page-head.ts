/** What search engines and other sites are told of a page. */
export interface PageHead {
  /** One or two sentences of plain text. */
  description?: string;
  /** The path that this page is known by (below the base, without language); it gets canonical and hreflang links. */
  canonical?: string;
  /** Where the path is another one in another language (whose slug is translated). */
  paths?: Readonly<Record<string, string>>;
  /** The languages in which the canonical path exists; default: all of the brand. */
  languages?: readonly string[];
  /** `article` for articles. */
  kind?: 'website' | 'article';
  /** Keep it out of search engines. */
  hidden?: boolean;
  /** schema.org data; escaped when it is written. */
  jsonLd?: Record<string, unknown>;
}
