import { RATINGS_OF, type Rating, type RatingType } from '@bureau/contracts';
import { COMMENTS, SURVEYS } from '../content/ratings.ts';
import { DAY, HOUR, whenAwake } from './calendar.ts';
import type { CaseHistory } from './case-history.ts';
import { Chance } from './chance.ts';
import { iso, type DemoWorld } from './demo-world.ts';

/** Since when the brands ask. */
const ASKED_FOR = 60 * DAY;
const ANSWERED = 0.52;
const COMMENTED = 0.45;
/** Whose customers are a little less content than others'. */
const LEARNING = ['mateo@bureau.example', 'samir@bureau.example'];

/** The brands' surveys, and since when they are. */
export function addSurveys({ rows, brands, now }: Pick<DemoWorld, 'rows' | 'brands' | 'now'>): void {
  for (const { id, key } of Object.values(brands)) {
    const { ratingType, words, expiresAfterDays, sendAfterHours } = SURVEYS[key];
    rows.add('surveys', {
      ...{ brand_id: id, enabled: true, rating_type: ratingType, words, expires_after_days: expiresAfterDays },
      ...{ automatic: true, send_after_hours: sendAfterHours, not_again_days: 14, created_at: iso(now - ASKED_FOR) },
    });
  }
}

/** Some time after a case is resolved its customer is asked, and often he answers. By a chance of its own. */
export function askAndRate(world: DemoWorld, history: CaseHistory): void {
  const { state, planned } = history;
  const { ratingType, sendAfterHours, expiresAfterDays } = SURVEYS[planned.brand.key];
  if (state.status !== 'resolved' || state.resolvedAt === null || state.deliveryTrouble) return;
  const resolvedAt = state.resolvedAt.getTime();
  const askedAt = resolvedAt + sendAfterHours * HOUR;
  if (resolvedAt < world.now - ASKED_FOR || askedAt > world.now) return;

  const chance = new Chance(Math.floor(resolvedAt / 1000));
  const answeredAt = whenAwake(askedAt + chance.about(9 * HOUR), chance);
  const isInTime = answeredAt < world.now && answeredAt < askedAt + expiresAfterDays * DAY;
  if (!isInTime || !chance.happens(ANSWERED)) {
    history.asked({ askedAt });
    return;
  }
  const rating = ratingOf(history, { chance, ratingType });
  history.asked({
    askedAt,
    answer: { at: answeredAt, rating, ratingType, comment: commentOf(history, rating, chance) },
  });
}

/** Four of five are content; who waits for a parcel or is served by somebody who is new, less often. */
function ratingOf(
  { planned: { story, agent } }: CaseHistory,
  { chance, ratingType }: { chance: Chance; ratingType: RatingType },
): Rating {
  const strain = (story.topic.startsWith('Order::') ? 0.1 : 0) + (LEARNING.includes(agent.email) ? 0.12 : 0);
  const mood = chance.next() - strain;
  const wanted = mood > 0.38 ? 3 : mood > 0.12 ? 2 : mood > 0.02 ? 1 : 0;
  if (ratingType === 'four_star') return wanted;
  const [no, yes] = RATINGS_OF.yes_no;
  return wanted >= 2 ? yes : no;
}

function commentOf({ planned: { story } }: CaseHistory, rating: Rating, chance: Chance): string {
  if (!chance.happens(COMMENTED)) return '';
  return chance.pick(COMMENTS[story.language][rating >= 2 ? 'content' : 'discontent']);
}
