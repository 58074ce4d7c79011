import type { postWords } from './post.words.ts';

export const postGerman: typeof postWords = {
  isPrivate: 'Privat',
  verified: 'Bestätigt',
  followers: (count: string) => `${count} Follower`,
  unknownWriter: 'Jemand auf Facebook',
  see: { x: 'Auf X ansehen', facebook: 'Auf Facebook ansehen' },
  edited: 'Bearbeitet',
  deleted: 'Im Netzwerk gelöscht',
  hidden: 'Für andere verborgen',
  reaction: (emoji: string) => `Reaktion: ${emoji}`,
  parts: (count: number) => `Ein Faden aus ${count} Beiträgen`,
};
