import { words } from '../../language/words.ts';

/** What a rating is called. */
export const ratingWords = words('rating', {
  four_star: ['Poor', 'Fair', 'Good', 'Great'],
  /** Of yes and no there are two: 0 and 3. */
  yes_no: ['No', '', '', 'Yes'],
  rating: (word: string) => `Rating: ${word}`,
  resolution: (count: number) => `resolution ${count}`,
  changed: 'changed',
  erased: 'The words were erased.',
  handledBy: (name: string) => `handled by ${name}`,
});
