import type { signInWords } from './sign-in.words.ts';

export const signInGerman: typeof signInWords = {
  title: 'Bei Bureau anmelden',
  again: 'Erneut anmelden',
  kept: 'Ihre Sitzung ist zu Ende. Ihr Platz und alles, was Sie geschrieben haben, sind noch da.',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  forgotten: 'Passwort vergessen?',
  submit: 'Anmelden',
  offline: 'Bureau ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  code: {
    title: 'Ihr zweiter Faktor',
    authenticator: {
      label: 'Code aus der App',
      help: 'Die sechs Ziffern, die Ihr Authenticator jetzt zeigt.',
      wrong: 'Der Code ist falsch oder wurde schon benutzt. Geben Sie den ein, den Ihr Authenticator jetzt zeigt.',
      other: 'Wiederherstellungscode benutzen',
    },
    recovery: {
      label: 'Wiederherstellungscode',
      help: 'Einer von denen, die Sie aufbewahrt haben, etwa k3vq-7m2x-ab4t-qz5d. Jeder gilt einmal.',
      wrong: 'Das ist keiner Ihrer Wiederherstellungscodes, oder er wurde schon benutzt. Versuchen Sie einen anderen.',
      other: 'Authenticator benutzen',
    },
    back: 'Von vorn beginnen',
    lost: 'Authenticator und Wiederherstellungscodes verloren? Ein Administrator kann den zweiten Faktor abschalten.',
    tooLate: 'Die Anmeldung hat zu lange gedauert. Beginnen Sie wieder mit Ihrem Passwort.',
  },
};
