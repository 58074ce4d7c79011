import { words } from '../../language/words.ts';

/** What the list of sessions says. */
export const sessionsWords = words('sessions', {
  title: 'Where you are signed in',
  list: 'Your sessions',
  failed: 'Your sessions could not be read.',
  safe: 'You stay signed in here.',
  alone: 'You are signed in nowhere else.',
  thisOne: 'This one',
  lastUsed: 'last used',
  end: 'End',
  endNamed: (name: string, network: string) => `End the session: ${name}, ${network}`,
  ended: 'Session ended.',
  endOthers: 'End all others',
  endedOthers: (count: number) => (count === 1 ? '1 session ended.' : `${count} sessions ended.`),
  notEnded: 'The session could not be ended.',
  unreachable: 'The desk cannot be reached; try again.',
  confirm: {
    title: 'End all other sessions?',
    loss: (count: number) =>
      count === 1
        ? '1 session: its browser must sign in again'
        : `${count} sessions: their browsers must sign in again`,
    button: 'End all others',
  },
});
