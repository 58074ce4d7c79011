import type { CenterBrand, CenterVisitor } from './center-request.ts';

/** The port through which a page asks who is there; customer accounts answer. */
export abstract class Visitors {
  /** The customer whom these cookies sign in at this brand; null for a guest. */
  abstract visitorOf(
    brand: CenterBrand,
    cookies: Readonly<Record<string, string | undefined>>,
  ): Promise<CenterVisitor | null>;
}
