import type { mailedLinkWords } from './mailed-link.words.ts';

export const mailedLinkGerman: typeof mailedLinkWords = {
  failed: 'Dieser Link konnte nicht geprüft werden.',
  safe: 'Er gilt weiterhin.',
  advice: 'Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  email: 'E-Mail-Adresse',
  signIn: 'Zur Anmeldung',
};
