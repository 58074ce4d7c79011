import type { Story } from '../story.ts';
import { boatsAndBags } from './boats-and-bags.ts';
import { coffeeMachines } from './coffee-machines.ts';
import { coffeeOrders } from './coffee-orders.ts';
import { coffeeSubscriptions } from './coffee-subscriptions.ts';
import { farStories } from './japanese-and-arabic.ts';
import { northernStories } from './northern-europe.ts';
import { southernStories } from './southern-europe.ts';
import { waterWear } from './water-wear.ts';

export const STORIES: readonly Story[] = [
  ...coffeeOrders,
  ...coffeeMachines,
  ...coffeeSubscriptions,
  ...waterWear,
  ...boatsAndBags,
  ...northernStories,
  ...southernStories,
  ...farStories,
];
