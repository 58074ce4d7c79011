import type { problemWords } from './problem.words.ts';

export const problemGerman: typeof problemWords = {
  offline: 'Der Desk ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  failure: 'In diesem Browser ist etwas schiefgegangen. Laden Sie die Seite neu.',
  throttled: (minutes) =>
    `Zu viele Versuche. Warten Sie ${minutes === 1 ? 'eine Minute' : `${minutes} Minuten`} und versuchen Sie es dann erneut.`,
};
