import type { DemoTopic } from './knowledge.ts';

export const GEAR_CARE: DemoTopic = {
  brand: 'tideline',
  names: {
    en: { name: 'Care and repair', description: 'Make it last another ten years.' },
    de: { name: 'Pflege und Reparatur', description: 'Damit es noch zehn Jahre hält.' },
  },
  articles: [
    {
      quickcode: 'patch',
      daysAgo: 75,
      read: { views: 1130, helpful: 150, notHelpful: 9 },
      texts: {
        en: {
          subject: 'Patch a leaking dry bag',
          keywords: ['dry bag', 'leak', 'hole', 'patch', 'glue', 'repair'],
          html: '<p>A hole smaller than a coin is an evening’s work. Along a seam, send it to us: that is warranty.</p><h2>Find the hole</h2><p>Roll the bag closed with air in it, hold it under water and look for the string of pearls. Circle it with a wax pencil.</p><h2>Mend it</h2><ol><li>Dry the place completely and wipe it with alcohol.</li><li>Sand lightly, a thumb’s width around the hole.</li><li>Cut a round patch; corners lift.</li><li>Glue on both sides, thinly, and wait until it no longer sticks to the finger. That is about ten minutes.</li><li>Press it on from the middle, and leave a weight on it for a day.</li></ol><h2>Did it work?</h2><p>Close it with air again and look for bubbles with soapy water. The glue has its full strength after a week.</p>',
        },
        de: {
          subject: 'Einen undichten Packsack flicken',
          keywords: ['Packsack', 'undicht', 'Loch', 'Flicken', 'Kleber', 'Reparatur'],
          html: '<p>Ein Loch, kleiner als eine Münze, ist an einem Abend geflickt. Liegt es an einer Naht, schicken Sie ihn uns: Das ist Garantie.</p><h2>Das Loch finden</h2><p>Rollen Sie den Sack mit Luft darin zu, halten Sie ihn unter Wasser und suchen Sie die Perlenkette. Markieren Sie die Stelle mit einem Wachsstift.</p><h2>Flicken</h2><ol><li>Trocknen Sie die Stelle ganz und wischen Sie sie mit Alkohol ab.</li><li>Schleifen Sie sie leicht an, daumenbreit um das Loch.</li><li>Schneiden Sie einen runden Flicken; Ecken lösen sich.</li><li>Kleben Sie auf beiden Seiten dünn, und warten Sie, bis es nicht mehr am Finger haftet. Das sind etwa zehn Minuten.</li><li>Drücken Sie ihn von der Mitte her an, und beschweren Sie ihn einen Tag lang.</li></ol><h2>Hält es?</h2><p>Schließen Sie ihn wieder mit Luft und suchen Sie mit Seifenwasser nach Blasen. Nach einer Woche hat der Kleber seine volle Kraft.</p>',
        },
      },
    },
    {
      quickcode: 'zip',
      daysAgo: 47,
      read: { views: 690, helpful: 74, notHelpful: 8 },
      texts: {
        en: {
          subject: 'Ease a waterproof zip that sticks',
          keywords: ['zip', 'zipper', 'stuck', 'drysuit', 'wax'],
          html: '<p>Do not force it. A waterproof zip that is forced once leaks for ever.</p><h2>First</h2><ol><li>Rinse it with fresh, lukewarm water and a soft toothbrush, both rows of teeth.</li><li>Let it dry open.</li><li>Rub zip wax or a plain candle along the teeth, not on the fabric, and work the slider a hand’s width back and forth.</li></ol><h2>It stops near the end</h2><p>Look at the docking end. A grain of sand in there stops every zip at the same place. Blow it out, wax the dock, and try again with the suit laid flat.</p><h2>Keep it well</h2><p>Store it closed if it is made of metal, open if it is made of plastic, and never folded across.</p>',
        },
        de: {
          subject: 'Einen klemmenden wasserdichten Reißverschluss lösen',
          keywords: ['Reißverschluss', 'klemmt', 'Trockenanzug', 'Wachs'],
          html: '<p>Nicht mit Gewalt. Ein wasserdichter Reißverschluss, der einmal gezwungen wurde, bleibt undicht.</p><h2>Zuerst</h2><ol><li>Spülen Sie beide Zahnreihen mit lauwarmem Süßwasser und einer weichen Zahnbürste.</li><li>Lassen Sie ihn offen trocknen.</li><li>Reiben Sie Wachs oder eine Kerze an den Zähnen entlang, nicht auf den Stoff, und bewegen Sie den Schieber eine Handbreit hin und her.</li></ol><h2>Er stoppt kurz vor dem Ende</h2><p>Sehen Sie in das Endstück. Ein Sandkorn darin hält jeden Reißverschluss an derselben Stelle an. Blasen Sie es aus, wachsen Sie das Endstück, und versuchen Sie es noch einmal, während der Anzug flach liegt.</p><h2>Gut aufbewahren</h2><p>Aus Metall: geschlossen. Aus Kunststoff: offen. Und niemals quer geknickt.</p>',
        },
      },
    },
    {
      quickcode: 'seal',
      daysAgo: 21,
      read: { views: 420, helpful: 52, notHelpful: 3 },
      texts: {
        en: {
          subject: 'Trim a neck or wrist seal',
          keywords: ['latex', 'seal', 'neck', 'wrist', 'too tight', 'drysuit'],
          html: '<p>A new seal is tight; everybody’s is. Try to stretch it before you cut: what is off stays off.</p><h2>Stretch it</h2><p>Pull it over a pot overnight, a neck seal over a large one, a wrist seal over a bottle. Then wear it for an hour, dry.</p><h2>Cut it</h2><ol><li>Leave it on the pot; it must be under tension.</li><li>Follow one moulded ring all the way around, in one go, with sharp scissors. A nick becomes a tear.</li><li>Try it on. Three rings are the most we would take off.</li></ol><p>It is right when you can slip two fingers under it and it still closes when you turn your head.</p>',
        },
        de: {
          subject: 'Eine Hals- oder Armmanschette kürzen',
          keywords: ['Latex', 'Manschette', 'Hals', 'Handgelenk', 'zu eng', 'Trockenanzug'],
          html: '<p>Eine neue Manschette ist eng; das ist bei allen so. Dehnen Sie sie, bevor Sie schneiden: Was ab ist, bleibt ab.</p><h2>Dehnen</h2><p>Ziehen Sie sie über Nacht über einen Topf, die am Hals über einen großen, die am Arm über eine Flasche. Tragen Sie sie dann eine Stunde im Trockenen.</p><h2>Schneiden</h2><ol><li>Lassen Sie sie auf dem Topf; sie muss gespannt sein.</li><li>Folgen Sie mit einer scharfen Schere einem Ring ganz herum, in einem Zug. Aus einer Kerbe wird ein Riss.</li><li>Probieren Sie sie an. Mehr als drei Ringe würden wir nicht abnehmen.</li></ol><p>Sie sitzt, wenn zwei Finger darunter passen und sie beim Drehen des Kopfes dicht bleibt.</p>',
        },
      },
    },
  ],
};
