import type { Actor } from '@bureau/contracts';
import type { BrandFace } from '@bureau/identity';
import type { ThemeDraft } from '../theme/edit/drafts.ts';
import type { CenterForm } from './center-form.ts';

/** The brand whose support center was asked: name, languages, what it offers. */
export type CenterBrand = BrandFace;

/** A customer who is signed in here. */
export interface CenterVisitor {
  customerId: number;
  accountId: number;
  name: string;
  email: string;
  actor: Extract<Actor, { kind: 'customer' }>;
}

/** One request to the support center of a brand. */
export interface CenterRequest {
  brand: CenterBrand;
  /** Before every path of this brand: '' on a host of its own, `/support/larkspur` on the desk's. */
  base: string;
  /** Where this brand is at home, for links that leave the page (mail, feeds, canonical): `https://help.larkspur.example`. */
  origin: string;
  /** As `base`, at home: what follows `origin` in such a link. */
  homeBase: string;
  /** One of the brand's: that of the address, else of the cookie, else what the browser prefers, else the brand's first. */
  language: string;
  /** The routed path below the base, without the language: `/customer/portal/articles/12-brewing`. */
  path: string;
  /** What follows the `?`, each name once; well-formed text. */
  query: Readonly<Record<string, string>>;
  params: Readonly<Record<string, string>>;
  /** What was posted; null for a GET. */
  form: CenterForm | null;
  visitor: CenterVisitor | null;
  /** A template that an administrator tries out on this request; null for everybody else. */
  draft: ThemeDraft | null;
  /** Said by the page before this one, to be shown once. */
  notice: string | null;
  ip: string;
  /** The customer line: the IPv4 address, or the /64 of an IPv6 one. Count by it. */
  network: string;
  cookies: Readonly<Record<string, string | undefined>>;
  userAgent: string;
  /** Whether the reader is a script of ours that wants JSON or a fragment. */
  wantsJson: boolean;
  /** An address on this page: `path` below the base, in the language that the address names. */
  link(path: string): string;
  /** This very page in another of the brand's languages. */
  inLanguage(language: string): string;
  /** `path` for elsewhere: absolute, in `language` (this request's by default). */
  absolute(path: string, language?: string): string;
}
