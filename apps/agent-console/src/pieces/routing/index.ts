export { askForOffer, showRouting, useRouting } from './use-routing.ts';
export { routingWords } from './routing.words.ts';
