import { words } from '../../language/words.ts';

/** What Next says. */
export const nextCaseWords = words('next-case', {
  section: 'List',
  next: 'Next',
  description: 'Open the next case',
  nothing: (filter: string) => `Nothing is waiting in ${filter}.`,
  nothingElse: (filter: string) => `Nothing else is waiting in ${filter}.`,
  failed: 'The next case could not be found.',
  failedDetail: 'Nothing is lost; try again once the desk can be reached.',
  retry: 'Try again',
  noFilter: 'There is no filter to take the next case from.',
  nothingOffered: 'Nothing waits for you at the moment.',
  nothingOfferedDetail: 'What comes is offered to you by itself.',
  fullHands: 'You have as many cases in hand as you may.',
  fullHandsDetail: 'Answer or hand on one of them, then press Next.',
});
