import type { DemoTopic } from './knowledge.ts';

export const COFFEE_BREWING: DemoTopic = {
  brand: 'larkspur',
  names: {
    en: { name: 'Better coffee at home', description: 'Grinding, brewing, and machines that last.' },
    de: { name: 'Besserer Kaffee zu Hause', description: 'Mahlen, Brühen, und Maschinen, die lange halten.' },
  },
  articles: [
    {
      quickcode: 'grind',
      daysAgo: 88,
      read: { views: 2260, helpful: 305, notHelpful: 14 },
      texts: {
        en: {
          subject: 'Which grind for which brewer?',
          keywords: ['grind size', 'grinder', 'coarse', 'fine', 'sour', 'bitter'],
          html: '<p>Begin here, taste, and change one thing at a time. The numbers are those on the collar of our Wren 40; other grinders count otherwise, but the steps between brewers are about the same.</p><table><thead><tr><th>Brewer</th><th>Looks like</th><th>Wren 40</th></tr></thead><tbody><tr><td>Espresso</td><td>powdered sugar</td><td>6 to 9</td></tr><tr><td>Moka pot</td><td>fine salt</td><td>11 to 13</td></tr><tr><td>Pour-over</td><td>sand</td><td>17 to 21</td></tr><tr><td>French press</td><td>sea salt</td><td>28 to 32</td></tr></tbody></table><h2>If it tastes sharp</h2><p>The water had too little time. Grind <strong>one step finer</strong>. Sharp and thin at once means the same, only more of it.</p><h2>If it tastes bitter</h2><p>The water took too much. Grind <strong>one step coarser</strong>. If that makes it thin, leave the grind alone and use water that has stood for a minute after boiling.</p><h2>If nothing helps</h2><p>Look at the roasting date. Beans younger than four days bubble and run unevenly; older than eight weeks they have little left to say.</p>',
        },
        de: {
          subject: 'Welcher Mahlgrad für welche Zubereitung?',
          keywords: ['Mahlgrad', 'Mühle', 'grob', 'fein', 'sauer', 'bitter'],
          html: '<p>Beginnen Sie hier, probieren Sie, und ändern Sie immer nur eine Sache. Die Zahlen stehen auf dem Ring unserer Wren 40; andere Mühlen zählen anders, aber die Abstände sind ungefähr gleich.</p><table><thead><tr><th>Zubereitung</th><th>Sieht aus wie</th><th>Wren 40</th></tr></thead><tbody><tr><td>Espresso</td><td>Puderzucker</td><td>6 bis 9</td></tr><tr><td>Espressokocher</td><td>feines Salz</td><td>11 bis 13</td></tr><tr><td>Handfilter</td><td>Sand</td><td>17 bis 21</td></tr><tr><td>French Press</td><td>Meersalz</td><td>28 bis 32</td></tr></tbody></table><h2>Wenn es sauer schmeckt</h2><p>Das Wasser hatte zu wenig Zeit. Mahlen Sie <strong>eine Stufe feiner</strong>. Sauer und dünn zugleich heißt dasselbe, nur deutlicher.</p><h2>Wenn es bitter schmeckt</h2><p>Das Wasser hat zu viel gelöst. Mahlen Sie <strong>eine Stufe gröber</strong>. Wird es dadurch dünn, lassen Sie den Mahlgrad und nehmen Sie Wasser, das nach dem Kochen eine Minute gestanden hat.</p><h2>Wenn nichts hilft</h2><p>Sehen Sie auf das Röstdatum. Bohnen, die jünger als vier Tage sind, schäumen und laufen ungleich; nach acht Wochen haben sie wenig mehr zu sagen.</p>',
        },
      },
    },
    {
      quickcode: 'stuck-grinder',
      daysAgo: 54,
      read: { views: 730, helpful: 96, notHelpful: 11 },
      texts: {
        en: {
          subject: 'The grinder hums and stops',
          keywords: ['Wren 40', 'blocked', 'burrs', 'stone', 'jammed', 'hopper'],
          html: '<p>A bean, a twig or a small stone sits between the burrs. Nothing is broken; you can free it in five minutes.</p><p><strong>Pull the plug first.</strong> The burrs are sharp and the motor is strong.</p><h2>Open it</h2><ol><li>Take the hopper off and pour the beans out.</li><li>Turn the collar against the arrow until it stops, press the two catches and lift it.</li><li>Take the upper burr out by its handle. It may be held by coffee: move it gently from side to side.</li></ol><h2>Clean it</h2><p>Brush both burrs and the channel to the spout. Look for what does not belong there, and turn the lower burr by hand once around.</p><h2>Close it</h2><p>Put the burr back with its pin in the notch. The collar has a red mark; it must point at the switch before you press it down. You hear a click.</p><p>If there is no click, the spring has jumped out. Write to us: a new one is free and goes into the next post.</p>',
        },
        de: {
          subject: 'Die Mühle brummt und bleibt stehen',
          keywords: ['Wren 40', 'blockiert', 'Mahlwerk', 'Stein', 'klemmt', 'Bohnenbehälter'],
          html: '<p>Eine Bohne, ein Zweig oder ein Steinchen sitzt zwischen den Mahlscheiben. Kaputt ist nichts; in fünf Minuten ist es gelöst.</p><p><strong>Ziehen Sie zuerst den Stecker.</strong> Die Scheiben sind scharf, und der Motor ist kräftig.</p><h2>Öffnen</h2><ol><li>Nehmen Sie den Bohnenbehälter ab und leeren Sie ihn.</li><li>Drehen Sie den Ring gegen den Pfeil bis zum Anschlag, drücken Sie die beiden Rasten und heben Sie ihn ab.</li><li>Nehmen Sie die obere Mahlscheibe am Griff heraus. Wenn Kaffee sie festhält, bewegen Sie sie vorsichtig hin und her.</li></ol><h2>Reinigen</h2><p>Bürsten Sie beide Scheiben und den Kanal zum Auslauf ab. Suchen Sie, was dort nicht hingehört, und drehen Sie die untere Scheibe einmal von Hand ganz herum.</p><h2>Schließen</h2><p>Setzen Sie die Scheibe so ein, dass ihr Stift in der Kerbe sitzt. Die rote Marke am Ring muss zum Schalter zeigen, bevor Sie ihn herunterdrücken. Es klickt.</p><p>Klickt es nicht, ist die Feder herausgesprungen. Schreiben Sie uns: Eine neue ist kostenlos und kommt mit der nächsten Post.</p>',
        },
      },
    },
    {
      quickcode: 'descale',
      daysAgo: 33,
      read: { views: 1490, helpful: 171, notHelpful: 23 },
      texts: {
        en: {
          subject: 'Descale your espresso machine',
          keywords: ['descaling', 'lime', 'limescale', 'citric acid', 'cleaning', 'E14'],
          html: '<p>Lime makes a machine slow, then cold, then silent. Half an hour every three months keeps it young; every six weeks where the water is hard.</p><h2>You need</h2><ul><li>30 g of citric acid and a litre of lukewarm water</li><li>a bowl that holds two litres</li><li>half an hour in which nobody wants coffee</li></ul><h2>How to do it</h2><ol><li>Empty the tank, take the filter out, and pour the solution in.</li><li>Switch the machine on. Before it is hot, let a cup run through the group and another through the steam wand.</li><li>Switch it off and wait fifteen minutes.</li><li>Let the rest run through in three goes, with a minute between them.</li><li>Rinse the tank and run two full tanks of clean water through.</li></ol><h3>Do not use vinegar</h3><p>It eats the seals, and you taste it for weeks.</p><h2>E14 afterwards</h2><p>The machine found air in the pipe. Open the steam wand, let water run for ten seconds, close it, and switch the machine off and on again.</p>',
        },
        de: {
          subject: 'Die Espressomaschine entkalken',
          keywords: ['Entkalken', 'Kalk', 'Zitronensäure', 'Reinigung', 'E14'],
          html: '<p>Kalk macht eine Maschine erst langsam, dann kalt, dann still. Eine halbe Stunde alle drei Monate hält sie jung; bei hartem Wasser alle sechs Wochen.</p><h2>Sie brauchen</h2><ul><li>30 g Zitronensäure und einen Liter lauwarmes Wasser</li><li>eine Schüssel für zwei Liter</li><li>eine halbe Stunde, in der niemand Kaffee möchte</li></ul><h2>So geht es</h2><ol><li>Leeren Sie den Tank, nehmen Sie den Filter heraus, und füllen Sie die Lösung ein.</li><li>Schalten Sie die Maschine ein. Bevor sie heiß ist, lassen Sie eine Tasse durch die Brühgruppe laufen und eine durch die Dampflanze.</li><li>Schalten Sie sie aus und warten Sie fünfzehn Minuten.</li><li>Lassen Sie den Rest in drei Zügen durchlaufen, mit einer Minute dazwischen.</li><li>Spülen Sie den Tank aus und lassen Sie zwei volle Tanks klares Wasser durchlaufen.</li></ol><h3>Keinen Essig</h3><p>Er greift die Dichtungen an, und Sie schmecken ihn noch nach Wochen.</p><h2>Danach E14</h2><p>Die Maschine hat Luft in der Leitung gefunden. Öffnen Sie die Dampflanze, lassen Sie zehn Sekunden Wasser laufen, schließen Sie sie, und schalten Sie die Maschine aus und wieder ein.</p>',
        },
      },
    },
  ],
};
