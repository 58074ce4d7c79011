import { LARKSPUR_PAGE, TIDELINE_PAGE } from '../facebook/defaults.ts';
import type { Play } from '../facebook/play.ts';

type Deeds = Pick<Play, 'post' | 'comment' | 'message' | 'edit' | 'react'>;

/** What the customers of the demo's two brands say on Facebook when their desk begins to listen; `pause` lies between. */
export async function tellOnFacebook(play: Deeds, pause: () => Promise<void>): Promise<void> {
  const asked = play.post({
    ...{ as: 'ana', page: LARKSPUR_PAGE },
    message: 'Our two kilos came ground, but we had ordered whole beans. Can you swap them before the weekend?',
  });
  await pause();
  const roast = play.post({
    ...{ as: 'page', page: LARKSPUR_PAGE },
    message: 'New on the shelf: Fazenda Sol, washed, with notes of plum and cocoa. Roasted on Tuesdays and Thursdays.',
  });
  await pause();
  play.message({
    ...{ as: 'kenji', page: TIDELINE_PAGE },
    text: 'こんにちは。冬用のドライスーツを探しています。身長178センチですが、Mで合いますか?',
  });
  await pause();
  play.comment({ as: 'maya', on: roast.id, message: 'Is it organic? And does it work as espresso?' });
  await pause();
  play.comment({ as: 'tom', on: roast.id, message: 'Price per kilo for wholesale?' });
  await pause();
  const size = play.message({
    ...{ as: 'page', page: TIDELINE_PAGE, person: 'kenji' },
    text: 'こんにちは、田中様。178センチでしたらMをおすすめします。袖丈は調整できます。',
  });
  await pause();
  play.react({ as: 'kenji', id: size.id, type: 'love' });
  await pause();
  play.edit({
    id: asked.id,
    message: 'Our two kilos (order LC-20391) came ground, but we had ordered whole beans. Can you swap them by Friday?',
  });
  await pause();
  play.message({ as: 'kenji', page: TIDELINE_PAGE, text: 'ありがとうございます。在庫はありますか?' });
  await pause();
  play.post({
    ...{ as: 'jonas', page: TIDELINE_PAGE },
    message: 'Der Reißverschluss an meiner Spritzdecke klemmt. Repariert ihr auch, was nicht von euch ist?',
  });
}
