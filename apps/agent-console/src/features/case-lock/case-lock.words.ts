import { words } from '../../language/words.ts';

/** What is said about who works on a case. */
export const lockWords = words('case-lock', {
  held: (name: string, time: string) => `${name} has been working on this case since ${time}.`,
  heldNow: (name: string) => `${name} is working on this case.`,
  meanwhile: 'You can read and write notes; a reply you begin is kept as your draft.',
  freeBy: (time: string) => `Without another word from them it is free at ${time}.`,
  takeOver: 'Take over',
  takeOverHint: (name: string) => `You work on it instead. ${name} is told at once and keeps the draft.`,
  lost: (name: string) => `${name} took this case over.`,
  lostSafe: 'Nothing that you wrote is lost: it stays here as your draft.',
  lostFree: (name: string) => `${name} is done. Your draft is here; the case is free again.`,
  took: (name: string) => `You work on this case now. ${name} has been told.`,
  yours: 'You work on this case now.',
  notTaken: 'The case was not taken over.',
  mine: 'You are working on this case',
  mineHint: (time: string) => `Colleagues only read it until ${time}, or until you let go.`,
  work: 'Take',
  workHint: 'Open it and tell colleagues that you work on it; they only read it until you let go.',
  letGo: 'Let go',
  shortcuts: {
    section: 'Case',
    work: 'Take the case, or let it go',
    takeOver: 'Take the case over',
  },
});
