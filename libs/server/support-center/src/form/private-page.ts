import { ProblemError } from '@bureau/platform';
import type { CenterAnswer } from '../page/center-answer.ts';
import type { CenterRequest } from '../page/center-request.ts';

/** Throws route.not-found where the brand offers no accounts. */
export function refuseWithoutAccounts({ brand }: CenterRequest): void {
  if (!brand.offers.myCases) throw new ProblemError('route.not-found');
}

/** To the sign-in, and from there back to this page. */
export function toSignIn(center: CenterRequest): CenterAnswer {
  return { redirect: center.link(`/customer/login?to=${encodeURIComponent(center.path)}`) };
}

/** Where somebody who has signed in goes: a page of this support center and nothing else, his cases by default (S44). */
export function wayOn(center: CenterRequest, to: string): string {
  return center.link(/^\/customer\/(?:portal\/[\w/-]+|account)$/.test(to) ? to : '/customer/portal/private/cases');
}
