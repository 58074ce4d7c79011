import { agent, customer, withFiles, type Story } from '../story.ts';

/** Customers from further away. */
export const farStories: readonly Story[] = [
  {
    brand: 'tideline',
    language: 'ja',
    subjects: ['サイズについての質問', 'ドライスーツのサイズ交換', '注文 {order} について'],
    topic: 'Advice::Size',
    labels: ['sizing'],
    lines: [
      customer(
        'Fathom ドライスーツの購入を考えています。身長は172cm、体重は65kgです。MとMSのどちらがよいでしょうか。日本への送料も教えてください。',
      ),
      agent(
        'その体格でしたらMをおすすめします。中に厚手のフリースを着ても余裕があります。日本への送料は25ポンドで、七日ほどで届きます。合わない場合は六十日以内の交換が無料です。',
      ),
      customer('Mを注文しました。楽しみにしています。', '届きました。ぴったりです。ありがとうございました。'),
    ],
  },
  {
    brand: 'larkspur',
    language: 'ja',
    subjects: ['豆の焙煎日について', '注文 {order} の配送状況', '荷物が届きません'],
    topic: 'Order::Late',
    labels: ['delivery'],
    lines: [
      customer('{order} を注文しましたが、{day}から追跡情報が更新されていません。確認していただけますか。'),
      agent(
        'ご心配をおかけして申し訳ありません。通関で止まっていましたが、本日動き始めました。三日以内に届かない場合は、新しいものをお送りします。',
      ),
      customer('本日無事に届きました。とても良い香りです。'),
      agent('安心いたしました。どうぞお楽しみください。'),
    ],
  },
  {
    brand: 'larkspur',
    language: 'ja',
    handedOver: true,
    subjects: ['卸価格のお問い合わせ', '喫茶店での取り扱いについて'],
    topic: 'Wholesale::Prices',
    labels: ['wholesale'],
    lines: [
      customer(
        '港の近くで小さな喫茶店を営んでおります。毎月10kgほど仕入れたいのですが、卸価格を教えていただけますか。',
      ),
      withFiles(
        agent('ぜひお取引させてください。見積書を添付いたしました。最初にサンプルを六種類お送りします。'),
        'invoice',
      ),
      customer('サンプルをありがとうございます。二番と五番が当店に合いそうです。'),
    ],
  },
  {
    brand: 'larkspur',
    language: 'ar',
    handedOver: true,
    subjects: ['استفسار عن أسعار الجملة', 'قهوة لمقهى جديد في عمّان', 'طلب عيّنات'],
    topic: 'Wholesale::Prices',
    labels: ['wholesale'],
    facts: { kilos: ['20 كغ', '30 كغ'] },
    lines: [
      customer(
        'سأفتتح مقهى صغيراً الشهر القادم وأحتاج إلى نحو {kilos} شهرياً. هل لديكم قائمة أسعار للجملة، وكم يستغرق الشحن؟',
      ),
      agent('مبارك المقهى! قائمة الأسعار في رسالة منفصلة، والشحن الجوي يستغرق خمسة أيام. هل نرسل لك صندوق عيّنات أولاً؟'),
      customer('نعم من فضلك، وأفضّل التحميص المتوسط.'),
      agent('الصندوق في طريقه إليك مع ست عيّنات. أخبرنا أيها أعجبك.'),
    ],
  },
  {
    brand: 'larkspur',
    language: 'ar',
    subjects: ['الطلب {order}', 'تأخر الشحنة'],
    topic: 'Order::Late',
    labels: ['delivery'],
    lines: [
      customer('لم يصل الطلب {order} حتى الآن، والافتتاح يوم {day}. هل يمكنكم التحقق؟'),
      agent('الشحنة في الجمارك منذ أمس وستخرج اليوم. إن لم تصل غداً أرسلنا لك كمية بديلة بالشحن السريع.'),
      customer('وصلت قبل الافتتاح بيوم. شكراً لكم!'),
    ],
  },
];
